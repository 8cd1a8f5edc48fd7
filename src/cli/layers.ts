import { UserError } from '../command.ts';
import { type Layer, layers } from '../schema/layers.ts';

/** The layers named in a comma list; all if none is given. @throws {UserError} */
export function layersOf(list: string | undefined): readonly Layer[] {
  if (list === undefined) return layers;
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !layers.includes(name as Layer));
  if (unknown !== undefined) {
    throw new UserError(
      `--layers takes a comma list of ${layers.join(' and ')}, not ${JSON.stringify(unknown)}.`,
    );
  }
  return layers.filter((layer) => names.includes(layer));
}
