import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Journal } from './journal.ts';
import type { RestServer } from './rest/server.ts';
import type { Attachments } from './world/attachments.ts';

/** Serves what is not the API and not a file. @returns whether it did */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** Serves a request of its own part. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

interface Served {
  /** Its own address. */
  readonly url: string;
  readonly journal: Journal;
  readonly rest: RestServer;
  readonly files: Attachments;
  readonly away: boolean;
  readonly control: Handler;
  readonly page: PageHandler | undefined;
}

/** One request to the stand-in's port: API, files, control surface or page. */
export async function serve(
  request: IncomingMessage,
  served: Served,
  response: ServerResponse,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', served.url);
    if (url.pathname.startsWith('/api/')) {
      if (served.away) request.socket.destroy();
      else await served.rest.handle(request, response, url);
      return;
    }
    if (foreign(request, served.url)) {
      response.writeHead(403).end('Only this address itself, and pages of it, may ask.');
      return;
    }
    const file = served.files.at(url.pathname);
    if (file) response.writeHead(200, { 'Content-Type': file.type }).end(file.bytes);
    else if (url.pathname.startsWith('/control/')) await served.control(request, response, url);
    else if (!(await served.page?.(request, response, url))) response.writeHead(404).end();
  } catch (error) {
    served.journal.violation({ kind: 'stand-in', where: request.url ?? '', what: String(error) });
    if (response.headersSent) response.destroy();
    else response.writeHead(500).end();
  }
}

/** Asked under another name (DNS rebinding) or by another site's page. */
function foreign({ headers: { host, origin } }: IncomingMessage, own: string): boolean {
  return `http://${host}` !== own || (origin !== undefined && origin !== own);
}
