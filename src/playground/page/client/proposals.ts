import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { parse, type Typed, type Usable } from './command-line.ts';

/** One line of the list above the input. */
export interface Proposal {
  readonly label: string;
  readonly detail: string;
  /** What the input holds once it is taken. */
  readonly text: string;
  /** For an option's value: what is sent instead of what is shown. */
  readonly stands?: { readonly option: string; readonly shown: string; readonly value: string };
}

/** Where proposals come from, beside the commands themselves. */
export interface Sources {
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  complete(typed: Typed): Promise<readonly { readonly name: string; readonly value: string | number }[]>;
}

/** What fits what is typed so far: commands, then options and their values. */
export async function propose(
  text: string,
  commands: readonly Usable[],
  sources: Sources,
): Promise<Proposal[]> {
  if (!text.startsWith('/')) return [];
  const typed = parse(text, commands);
  if (!typed || text === `/${typed.command.name}`) {
    return commands
      .filter(({ name }) => `/${name}`.startsWith(text.trimEnd()))
      .map(({ name, description, options }) => {
        const required = options.filter((option) => option.required)[0];
        const start = required ? `${required.name}:` : '';
        return { label: `/${name}`, detail: description, text: `/${name} ${start}` };
      });
  }
  return [...(await valuesFor(text, typed, sources)), ...optionsFor(text, typed)];
}

async function valuesFor(text: string, typed: Typed, sources: Sources): Promise<Proposal[]> {
  const option = typed.command.options.find(({ name }) => name === typed.last);
  if (!option) return [];
  const so = typed.texts[option.name] ?? '';
  const start = text.slice(0, text.length - so.length);
  const fits = (name: string): boolean =>
    name.toLowerCase().includes(so.trim().toLowerCase().replace(/^#/, ''));
  let found: readonly { name: string; value: string | number }[] = [];
  if ('choices' in option && option.choices) found = option.choices.filter(({ name }) => fits(name));
  else if ('autocomplete' in option && option.autocomplete) found = await sources.complete(typed);
  else if (option.type === Type.Boolean)
    found = ['true', 'false'].filter(fits).map((value) => ({ name: value, value }));
  else if (option.type === Type.Channel) {
    found = sources.channels
      .filter(({ name }) => fits(name))
      .map(({ id, name }) => ({ name: `#${name}`, value: id }));
  } else if (so === '') return [{ label: `${option.name}:`, detail: option.description, text }];
  if (found.some(({ name }) => name === so.trim())) return [];
  return found.map(({ name, value }) => ({
    label: name,
    detail: '',
    text: `${start}${name} `,
    stands: { option: option.name, shown: name, value: String(value) },
  }));
}

function optionsFor(text: string, { command, texts, last }: Typed): Proposal[] {
  const word = /(?:^| )(\S*)$/.exec(text)?.[1] ?? '';
  if (word.includes(':') || (last !== undefined && !texts[last])) return [];
  const start = text.slice(0, text.length - word.length);
  return command.options
    .filter(({ name }) => texts[name] === undefined && name.startsWith(word))
    .map(({ name, description, required }) => ({
      label: `${name}:`,
      detail: required ? `${description} (required)` : description,
      text: `${start}${name}:`,
    }));
}
