import { Readable } from 'node:stream';
import zlib from 'node:zlib';

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export class BadEncoding extends Error {
  override readonly name = 'BadEncoding';
}

/**
 * Undoes the content codings of a body (gzip, deflate, br).
 * @param limit bytes after decompression: a bomb stops there.
 * @throws TooLarge, BadEncoding
 */
export async function undoCodings(body: Uint8Array, encoding: string, limit: number): Promise<Uint8Array> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((c) => c.trim())
    .filter((c) => c && c !== 'identity');
  if (codings.length > 2) throw new BadEncoding('the feed is compressed again and again');
  let bytes = body;
  for (const coding of codings.reverse()) {
    if (isPlain(bytes) && !ambiguous.has(coding)) continue;
    const decoder = decoderOf(coding, bytes);
    if (!decoder) throw new BadEncoding('the feed is compressed in a way that is not known here');
    try {
      bytes = await collect(Readable.from([bytes]).pipe(decoder), limit);
    } catch (error) {
      if (error instanceof TooLarge) throw error;
      throw new BadEncoding('the compressed feed is damaged', { cause: error });
    }
  }
  return bytes;
}

/** Codings whose output may begin with any sign; that of the others never looks like a feed. */
const ambiguous = new Set(['deflate', 'br']);

/** Some servers name a coding that they do not use, or one that is none ("utf-8"). */
function isPlain(bytes: Uint8Array): boolean {
  return /^(\xef\xbb\xbf)?\s*[<{]/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));
}

// A body that breaks off is still worth reading: whole entries are taken from it.
const lenient = { finishFlush: zlib.constants.Z_SYNC_FLUSH };

function decoderOf(coding: string, bytes: Uint8Array): zlib.Gunzip | zlib.BrotliDecompress | undefined {
  if (coding === 'gzip' || coding === 'x-gzip') return zlib.createGunzip(lenient);
  if (coding === 'br')
    return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
  if (coding !== 'deflate') return undefined;
  // "deflate" is zlib's format (RFC 9110), but many servers send the bare one: only zlib's has this mark.
  const zlibFormat = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  return zlibFormat ? zlib.createInflate(lenient) : zlib.createInflateRaw(lenient);
}

async function collect(stream: Readable, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error destroys the stream.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new TooLarge(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
