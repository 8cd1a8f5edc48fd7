import type { Fault } from '../errors.ts';

/** What the API description lets pass in a message, although Discord refuses it. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly EmbedBody[] | null;
  readonly components?: readonly ComponentBody[] | null;
  readonly sticker_ids?: readonly unknown[] | null;
  readonly poll?: unknown;
  readonly message_reference?: unknown;
  readonly attachments?: readonly unknown[] | null;
  readonly flags?: number | null;
}

interface EmbedBody {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly footer?: { readonly text?: string | null } | null;
  readonly author?: { readonly name?: string | null } | null;
  readonly fields?: readonly { readonly name?: string | null; readonly value?: string | null }[] | null;
}

interface ComponentBody {
  readonly type: number;
  readonly style?: number;
  readonly custom_id?: string | null;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly label?: string | null;
  readonly emoji?: unknown;
  readonly components?: readonly ComponentBody[];
}

const LINK = 5;
const PREMIUM = 6;

export function messageFaults(message: MessageBody): Fault[] {
  return [
    ...contentFaults(message),
    ...embedFaults(message.embeds ?? []),
    ...rowFaults(message.components ?? []),
  ];
}

/** Nothing in it that a reader would see. @param files how many files came along or stay */
export function isEmpty(message: MessageBody, files: number): boolean {
  const { content, embeds, components, sticker_ids, poll, message_reference } = message;
  return (
    !content?.trim() &&
    files === 0 &&
    !poll &&
    !message_reference &&
    [embeds, components, sticker_ids].every((list) => !list?.length)
  );
}

function contentFaults({ content }: MessageBody): Fault[] {
  if ([...(content ?? '')].length <= 2000) return [];
  return [tooLong(['content'], 2000)];
}

function embedFaults(embeds: readonly EmbedBody[]): Fault[] {
  const faults = embeds.flatMap((embed, i) =>
    (embed.fields ?? []).flatMap((field, j) =>
      (['name', 'value'] as const).flatMap((key) =>
        field[key]?.trim() ? [] : [required(['embeds', i, 'fields', j, key])],
      ),
    ),
  );
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (total > 6000) {
    const message = 'Embed size exceeds maximum size of 6000';
    faults.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return faults;
}

function embedLength({ title, description, footer, author, fields }: EmbedBody): number {
  const texts = [title, description, footer?.text, author?.name];
  for (const field of fields ?? []) texts.push(field.name, field.value);
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function rowFaults(rows: readonly ComponentBody[]): Fault[] {
  const faults: Fault[] = [];
  if (rows.length > 5 && rows.every(({ type }) => type === 1)) {
    faults.push({
      path: ['components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be 5 or fewer in length.',
    });
  }
  const seen = new Set<string>();
  rows.forEach((row, i) => {
    row.components?.forEach((component, j) => {
      const path = ['components', i, 'components', j];
      if (component.type === 2) faults.push(...buttonFaults(component, path));
      const id = component.custom_id;
      if (id && seen.has(id)) {
        const message = 'Component custom id cannot be duplicated';
        faults.push({ path: [...path, 'custom_id'], code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message });
      }
      if (id) seen.add(id);
    });
  });
  return faults;
}

function buttonFaults(button: ComponentBody, path: readonly PropertyKey[]): Fault[] {
  const faults: Fault[] = [];
  const wants = button.style === LINK ? 'url' : button.style === PREMIUM ? 'sku_id' : 'custom_id';
  if (!button[wants]) faults.push(required([...path, wants]));
  if (wants !== 'custom_id' && button.custom_id) {
    const message = 'A custom id and url cannot both be specified';
    faults.push({
      path: [...path, 'custom_id'],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message,
    });
  }
  if (wants !== 'sku_id' && !button.label && !button.emoji) faults.push(required([...path, 'label']));
  return faults;
}

function required(path: readonly PropertyKey[]): Fault {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

function tooLong(path: readonly PropertyKey[], limit: number): Fault {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${limit} or fewer in length.` };
}
