import type { IncomingMessage } from 'node:http';

/**
 * The whole body of a request; undefined if it is larger than `limit` bytes, which is seen before it is all there.
 * @throws if the request breaks off
 */
export function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  if (Number(request.headers['content-length']) > limit) resolve(undefined);
  const chunks: Buffer[] = [];
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) return resolve(undefined);
    chunks.push(chunk);
  });
  request.on('end', () => resolve(Buffer.concat(chunks)));
  request.on('error', reject);
  return promise;
}
