/** Another process changed what this one had read: it must be read, and done, anew. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}
