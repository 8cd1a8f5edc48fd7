import type { IncomingMessage } from 'node:http';
import { invalidJson } from '../errors.ts';
import type { SentFile } from '../world/attachments.ts';

export interface SentBody {
  /** Parsed JSON; undefined if there was none. */
  readonly json: unknown;
  readonly files: readonly SentFile[];
}

/** Reads JSON, or multipart with `payload_json` and `files[n]`. @throws ApiError 50109 for broken JSON */
export async function readBody(request: IncomingMessage): Promise<SentBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return bodyOf(Buffer.concat(chunks), request.headers['content-type'] ?? '');
}

/** The same of a body that was read already. @param type its Content-Type */
export async function bodyOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<SentBody> {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!type.startsWith('multipart/form-data')) return { json: parsed(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const payload = form.get('payload_json');
  const files = [...form].flatMap(([name, value]) => {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    return index !== undefined && typeof value !== 'string' ? [fileOf(index, value)] : [];
  });
  return { json: typeof payload === 'string' ? parsed(payload) : {}, files: await Promise.all(files) };
}

async function fileOf(index: string, file: File): Promise<SentFile> {
  const type = file.type || (file.name.endsWith('.png') ? 'image/png' : 'application/octet-stream');
  return { index, name: file.name, type, bytes: await file.bytes() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}
