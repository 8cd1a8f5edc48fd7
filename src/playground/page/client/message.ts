import {
  type APIEmbed,
  type APIMessage,
  type APIMessageComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { button, element } from './dom.ts';
import { markdown, type NameOf } from './markdown.ts';

const clockTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What the page does when somebody presses or chooses something under a message. */
export interface MessageActions {
  press(message: string, customId: string): void;
  choose(message: string, customId: string, values: readonly string[]): void;
  /** Of an ephemeral message. */
  dismiss(message: string): void;
}

/** Draws one message. */
export function drawMessage(message: APIMessage, nameOf: NameOf, actions: MessageActions): HTMLElement {
  const flags = message.flags ?? 0;
  const thinking = (flags & MessageFlags.Loading) !== 0;
  const { author, interaction } = message;
  const drawn = element(
    'discord-message',
    {
      author: author.global_name ?? author.username,
      avatar: author.bot ? 'bot' : 'person',
      bot: author.bot === true,
      timestamp: clockTime.format(new Date(message.timestamp)),
      edited: message.edited_timestamp !== null && !thinking,
      ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
      'data-id': message.id,
    },
    interaction &&
      element('discord-command', {
        slot: 'reply',
        author: interaction.user.global_name ?? interaction.user.username,
        avatar: 'person',
        command: `/${interaction.name}`,
      }),
    message.referenced_message ? drawReference(message.referenced_message) : undefined,
    ...(thinking
      ? [element('em', {}, `${author.username} is thinking…`)]
      : markdown(message.content, nameOf)),
    ...message.embeds.map((embed) => drawEmbed(embed, nameOf)),
    attachments(message),
    components(message, actions),
  );
  Object.assign(drawn, { dismissMessageClicked: () => actions.dismiss(message.id) });
  return drawn;
}

/** The line above a reply: who said what. */
function drawReference({ author, content, embeds }: APIMessage): HTMLElement {
  return element(
    'discord-reply',
    {
      slot: 'reply',
      author: author.global_name ?? author.username,
      avatar: author.bot ? 'bot' : 'person',
      bot: author.bot === true,
      attachment: embeds.length > 0 && content === '',
    },
    content || embeds[0]?.title || 'a message',
  );
}

function drawEmbed(embed: APIEmbed, nameOf: NameOf): HTMLElement {
  const { title, url, color, author, description, fields, image, thumbnail, footer, timestamp } = embed;
  const drawn = element(
    'discord-embed',
    {
      slot: 'embeds',
      'embed-title': title,
      url,
      color: color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`,
      'author-name': author?.name,
      image: image?.url,
      thumbnail: thumbnail?.url,
    },
    description !== undefined &&
      element('discord-embed-description', { slot: 'description' }, ...markdown(description, nameOf)),
    fields?.length
      ? element(
          'discord-embed-fields',
          { slot: 'fields' },
          ...fields.map(({ name, value, inline }, i) =>
            element(
              'discord-embed-field',
              {
                'field-title': name,
                inline: inline === true,
                'inline-index': inline ? (i % 3) + 1 : undefined,
              },
              ...markdown(value, nameOf),
            ),
          ),
        )
      : undefined,
    footer || timestamp
      ? element(
          'discord-embed-footer',
          { slot: 'footer', timestamp: timestamp && clockTime.format(new Date(timestamp)) },
          footer?.text ?? '',
        )
      : undefined,
  );
  return drawn;
}

function attachments({ attachments: files }: APIMessage): HTMLElement | undefined {
  if (files.length === 0) return undefined;
  const drawn = files.map(({ url, filename, description, width, height }) =>
    width === undefined
      ? element('a', { href: url, download: filename }, filename)
      : element('img', {
          src: url,
          alt: description ?? filename,
          width: width ?? 400,
          height: height ?? 300,
          class: 'picture',
        }),
  );
  return element('discord-attachments', { slot: 'attachments' }, ...drawn);
}

const styles: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
  [ButtonStyle.Link]: 'secondary',
};

function components(message: APIMessage, actions: MessageActions): HTMLElement | undefined {
  const rows = (message.components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? [
          element(
            'discord-action-row',
            {},
            ...row.components.map((each) => drawComponent(each, message.id, actions)),
          ),
        ]
      : [],
  );
  return rows.length === 0 ? undefined : element('discord-attachments', { slot: 'components' }, ...rows);
}

function drawComponent(
  component: APIMessageComponent,
  message: string,
  actions: MessageActions,
): HTMLElement {
  if (component.type === ComponentType.Button) {
    const label = 'label' in component ? (component.label ?? '') : '';
    const url = 'url' in component ? component.url : undefined;
    const drawn = element(
      'discord-button',
      { type: styles[component.style], url, disabled: component.disabled === true },
      label,
    );
    if ('custom_id' in component && !component.disabled) {
      const { custom_id } = component;
      drawn.addEventListener('click', () => actions.press(message, custom_id));
    }
    return drawn;
  }
  if (component.type === ComponentType.StringSelect) {
    const { custom_id, placeholder = 'Choose', options, disabled } = component;
    /* A native select: the library's has no keyboard and no label. */
    const menu = element(
      'select',
      { class: 'menu', 'aria-label': placeholder, disabled: disabled === true },
      element('option', { value: '' }, placeholder),
      ...options.map(({ value, label, description }) =>
        element('option', { value }, description ? `${label}: ${description}` : label),
      ),
    );
    menu.addEventListener('change', () => {
      if (menu.value) actions.choose(message, custom_id, [menu.value]);
    });
    return menu;
  }
  return button('A component that this page can’t draw', () => undefined, { disabled: true });
}
