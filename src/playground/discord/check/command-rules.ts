import type { Fault } from '../errors.ts';

/** What the API description lets pass in a command, although Discord refuses it. */
interface CommandBody {
  readonly type?: number | null;
  readonly name: string;
  readonly description?: string | null;
  readonly options?: readonly OptionBody[] | null;
}

interface OptionBody {
  readonly name: string;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?: readonly unknown[] | null;
  readonly options?: readonly OptionBody[] | null;
}

const CHAT_INPUT = 1;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export function commandFaults(commands: readonly CommandBody[]): Fault[] {
  const faults = commands.flatMap((command, i): Fault[] => {
    if ((command.type ?? CHAT_INPUT) !== CHAT_INPUT) return [];
    const faults = [...nameFaults(command.name, [i]), ...optionFaults(command.options ?? [], [i])];
    if (!command.description) {
      const message = 'This field is required';
      faults.push({ path: [i, 'description'], code: 'BASE_TYPE_REQUIRED', message });
    }
    return faults;
  });
  commands.forEach(({ name, type }, i) => {
    const first = commands.findIndex((other) => other.name === name && other.type === type);
    if (first !== i) {
      const message = 'Application command names must be unique';
      faults.push({ path: [i, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message });
    }
  });
  return faults;
}

function nameFaults(name: string, path: readonly PropertyKey[]): Fault[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  const message = 'Command name is invalid';
  return [{ path: [...path, 'name'], code: 'APPLICATION_COMMAND_INVALID_NAME', message }];
}

function optionFaults(options: readonly OptionBody[], base: readonly PropertyKey[]): Fault[] {
  let optionalBefore = false;
  return options.flatMap((option, i) => {
    const path = [...base, 'options', i];
    const faults = [...nameFaults(option.name, path), ...optionFaults(option.options ?? [], path)];
    if (option.required && optionalBefore) {
      const message = 'Required options must be placed before non-required options';
      faults.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
    }
    if (option.autocomplete && option.choices?.length) {
      const message = 'Autocomplete and choices cannot be used together';
      faults.push({ path, code: 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', message });
    }
    optionalBefore ||= !option.required;
    return faults;
  });
}
