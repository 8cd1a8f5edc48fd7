/**
 * What a command or an alert says, free of any platform. `discord/render` turns it into embeds and
 * components, the command line prints it as text.
 *
 * Every string is plain text: the renderer escapes it, so foreign text can stand here as it came.
 * Formatting is said with spans, never with Markdown inside a string.
 */
export interface Reply {
  readonly text?: Text;
  readonly cards?: readonly Card[];
  readonly picture?: Picture;
  readonly buttons?: readonly Button[];
  readonly select?: Select;
  /** Only the asker sees it. */
  readonly ephemeral?: boolean;
  /** Answer to a button or select: change the message it stands under instead of sending another. */
  readonly inPlace?: boolean;
  /** The one role (a snowflake) that hears of this message where a span names it; other mentions stay silent. */
  readonly mentionRole?: string;
}

export type Text = string | readonly Span[];

export type Span =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly url?: string }
  /** A moment in UTC milliseconds, shown in the reader's own zone where the platform can. */
  | { readonly time: number; readonly style: 'date' | 'datetime' | 'relative' }
  | { readonly channel: string }
  | { readonly role: string };

/** What colour a card gets; the words must say the same. */
export type Tone = 'neutral' | 'in_effect' | 'ended' | 'unclear' | 'alert';

export interface Card {
  readonly title?: string;
  readonly url?: string;
  readonly body?: Text;
  readonly fields?: readonly Field[];
  readonly sources?: readonly SourceNote[];
  readonly footer?: string;
  readonly tone?: Tone;
}

export interface Field {
  readonly name: string;
  readonly value: Text;
  readonly inline?: boolean;
}

/** A document behind the answer: what it is called and, if it has one, its address. */
export interface SourceNote {
  readonly label: string;
  readonly url?: string;
}

export interface Picture {
  readonly name: string;
  readonly png: Uint8Array;
  /** The same in words, for those who do not see it. */
  readonly alt: string;
}

/** `id` is `command:rest`; a press goes to the command of that name. At most 100 characters. */
export type Button =
  | {
      readonly id: string;
      readonly label: string;
      readonly style?: 'primary' | 'secondary' | 'danger';
      readonly disabled?: boolean;
    }
  | { readonly url: string; readonly label: string };

export interface Select {
  readonly id: string;
  readonly placeholder: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly description?: string;
  }[];
}
