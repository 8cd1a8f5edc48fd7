import { countries } from './foreign-places.ts';

/** Names of a country's people that its own name gives, with the country: "iraqis", "uzbek", "uzbeks". */
export const demonyms: ReadonlyMap<string, string> = new Map(
  countries().flatMap((country) => {
    const people = country.endsWith('istan')
      ? [`${country}i`, country.slice(0, -'istan'.length)]
      : [`${country}i`];
    return people.flatMap((name) => [name, `${name}s`]).map((name) => [name, country] as const);
  }),
);
