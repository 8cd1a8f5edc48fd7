/** What is read of a feed at most. No honest feed comes near. */
export const limits = {
  /** Bytes of a body, decompressed. */
  bytes: 15 * 1024 * 1024,
  entries: 2_000,
  /** Namespaces in force at one place. */
  namespaces: 64,
  /** Of one element. */
  attributes: 500,
  /** Open elements inside each other. */
  depth: 256,
  /** Objects, arrays and strings of a JSON body. */
  jsonValues: 400_000,
  /** Links of one entry. */
  links: 20,
  /** Characters of all entries together. */
  text: 2_000_000,
  /** Characters of source text that are read of one field. */
  source: 20_000,
  /** Characters of plain text. */
  title: 1_000,
  summary: 2_000,
  address: 2_048,
  language: 35,
} as const;
