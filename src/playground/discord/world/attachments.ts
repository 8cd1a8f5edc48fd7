import type { APIAttachment } from 'discord-api-types/v10';

/** A file that came with a request. */
export interface SentFile {
  /** From `files[n]`: the id by which the body's `attachments` speak of it. */
  readonly index: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Keeps the files of messages and serves them under /attachments. */
export class Attachments {
  readonly #files = new Map<string, SentFile>();
  readonly #base: () => string;

  constructor(base: () => string) {
    this.#base = base;
  }

  add(id: string, channel: string, file: SentFile, description: string | undefined): APIAttachment {
    const path = `/attachments/${channel}/${id}/${encodeURIComponent(file.name)}`;
    this.#files.set(path, file);
    const url = this.#base() + path;
    return {
      id,
      filename: file.name,
      size: file.bytes.byteLength,
      url,
      proxy_url: url,
      content_type: file.type,
      ...(description ? { description } : {}),
      ...pngSize(file.bytes),
    };
  }

  at(path: string): SentFile | undefined {
    return this.#files.get(path);
  }
}

/** Width and height in pixels from a PNG's header. */
function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
