import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { TooLarge } from './body.ts';

/** What ends a request early, from outside. One request of a chain at a time listens. */
export interface Stop {
  reason?: Error;
  listener?: (reason: Error) => void;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As sent, not decompressed; empty where `wantsBody` said no. */
  readonly body: Uint8Array;
}

/** Of an answer that is not wanted, so much is let pass before the connection is given up. */
const unwantedBytes = 64 * 1024;

/**
 * One request and its whole answer, without a stream between: most answers of a poll have no body.
 * @param limit bytes on the wire.
 * @throws TooLarge, the reason of `stop`, or what the connection says.
 */
export function get(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  wantsBody: (status: number, headers: IncomingHttpHeaders) => boolean,
  limit: number,
  stop: Stop,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (stop.reason) return reject(stop.reason);
    let controller: Dispatcher.DispatchController | undefined;
    let answer: { status: number; headers: IncomingHttpHeaders } | undefined;
    let wanted = true;
    let size = 0;
    const chunks: Uint8Array[] = [];
    stop.listener = (reason) => {
      reject(reason);
      controller?.abort(reason);
    };
    dispatcher.dispatch(request, {
      onRequestStart(started) {
        controller = started;
        if (stop.reason) started.abort(stop.reason);
      },
      onResponseStart(_, status, headers) {
        // 103 and its like only announce the answer.
        if (status < 200) return;
        answer = { status, headers };
        wanted = wantsBody(status, headers);
        if (!wanted) resolve({ ...answer, body: new Uint8Array() });
      },
      onResponseData(running, chunk) {
        size += chunk.byteLength;
        if (size > (wanted ? limit : unwantedBytes)) running.abort(new TooLarge(`more than ${limit} bytes`));
        else if (wanted) chunks.push(chunk);
      },
      onResponseEnd() {
        if (answer && wanted) resolve({ ...answer, body: Buffer.concat(chunks, size) });
      },
      onResponseError(_, error) {
        reject(error);
      },
    });
  });
}
