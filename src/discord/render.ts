import type { Button, Card, Reply, Select, SourceNote, Tone } from '../reply.ts';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIEmbedField,
  ButtonStyle,
  ComponentType,
} from './discord-js.ts';
import { link, plain, renderText, safeAddress } from './text.ts';

/** Discord's limits. https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const limits = {
  content: 2000,
  embeds: 10,
  embedsTotal: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  alt: 1024,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  selectOptions: 25,
  optionText: 100,
  selectPlaceholder: 150,
} as const;

/** Colours that hold in Discord's dark and light theme. */
const colours: Record<Tone, number> = {
  neutral: 0x5c7cfa,
  in_effect: 0x2f9e44,
  ended: 0x868e96,
  unclear: 0xf08c00,
  alert: 0xe8590c,
};

export interface RenderedFile {
  readonly name: string;
  readonly data: Buffer;
  /** Alt text. */
  readonly description: string;
}

export interface Rendered {
  content?: string;
  embeds: APIEmbed[];
  components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  files: RenderedFile[];
  allowed_mentions: { parse: never[]; roles?: string[] };
}

/** A Reply within Discord's limits; what does not fit is cut at a sensible place, the message is always sendable. */
export function render(reply: Reply): Rendered {
  const embeds = withinTotal((reply.cards ?? []).slice(0, limits.embeds).map(embedOf));
  const rendered: Rendered = {
    embeds,
    components: componentsOf(reply),
    files: [],
    allowed_mentions: { parse: [], ...(reply.mentionRole && { roles: [reply.mentionRole] }) },
  };
  const content = renderText(reply.text ?? '', limits.content);
  if (content) rendered.content = content;
  if (reply.picture) attach(rendered, reply.picture);
  if (!rendered.content && embeds.length === 0 && rendered.files.length === 0) rendered.content = '\u2014';
  return rendered;
}

function attach(rendered: Rendered, picture: NonNullable<Reply['picture']>): void {
  const { name, png, alt } = picture;
  rendered.files.push({ name, data: Buffer.from(png), description: plain(alt, limits.alt) });
  const first = rendered.embeds[0];
  if (first) first.image = { url: `attachment://${name}` };
}

function embedOf(card: Card): APIEmbed {
  const embed: APIEmbed = { color: colours[card.tone ?? 'neutral'] };
  if (card.title) embed.title = renderText(card.title, limits.title);
  const address = card.url === undefined ? undefined : safeAddress(card.url);
  if (address) embed.url = address;
  const body = renderText(card.body ?? '', limits.description);
  if (body) embed.description = body;
  const fields: APIEmbedField[] = (card.fields ?? []).map(({ name, value, inline }) => ({
    name: plain(name, limits.fieldName) || '\u200b',
    value: renderText(value, limits.fieldValue) || '\u2014',
    ...(inline && { inline }),
  }));
  if (card.sources?.length) fields.push({ name: 'Sources', value: sourceList(card.sources) });
  if (fields.length > 0) embed.fields = fields.slice(-limits.fields);
  if (card.footer) embed.footer = { text: plain(card.footer, limits.footer) };
  if (!embed.title && !embed.description && fields.length === 0) embed.description = '\u2014';
  return embed;
}

function sourceList(sources: readonly SourceNote[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const [index, { label, url }] of sources.entries()) {
    const name = renderText(label, 200);
    const line = `\u2022 ${url === undefined ? name : link(name, url)}`;
    const rest = `\u2022 and ${sources.length - index} more`;
    if (length + line.length + 1 + rest.length > limits.fieldValue) return [...lines, rest].join('\n');
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

/** Keeps whole embeds and fields, first to last, while the total allows; a long body gives way first. */
function withinTotal(embeds: APIEmbed[]): APIEmbed[] {
  const kept: APIEmbed[] = [];
  let room: number = limits.embedsTotal;
  for (const embed of embeds) {
    while (embed.fields?.length && sizeOf(embed) > room) embed.fields.pop();
    if (embed.fields?.length === 0) delete embed.fields;
    const over = sizeOf(embed) - room;
    if (over > 0 && embed.description)
      embed.description = plain(embed.description, embed.description.length - over);
    if (sizeOf(embed) > room) break;
    room -= sizeOf(embed);
    kept.push(embed);
  }
  return kept;
}

function sizeOf({ title, description, fields = [], footer }: APIEmbed): number {
  const texts = [title, description, footer?.text, ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function componentsOf({ buttons = [], select }: Reply): Rendered['components'] {
  const rows: Rendered['components'] = [];
  if (select?.options.length) rows.push({ type: ComponentType.ActionRow, components: [selectOf(select)] });
  for (let i = 0; i < buttons.length && rows.length < limits.rows; i += limits.buttonsPerRow) {
    const components = buttons.slice(i, i + limits.buttonsPerRow).map(buttonOf);
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

function selectOf({ id, placeholder, options }: Select): APIComponentInMessageActionRow {
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: plain(placeholder, limits.selectPlaceholder),
    options: options.slice(0, limits.selectOptions).map(({ value, label, description }) => ({
      value,
      label: plain(label, limits.optionText),
      ...(description && { description: plain(description, limits.optionText) }),
    })),
  };
}

function buttonOf(button: Button): APIComponentInMessageActionRow {
  const label = plain(button.label, limits.buttonLabel);
  if ('url' in button) return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url };
  return {
    type: ComponentType.Button,
    style: buttonStyles[button.style ?? 'secondary'],
    custom_id: button.id,
    label,
    ...(button.disabled && { disabled: true }),
  };
}

const buttonStyles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;
