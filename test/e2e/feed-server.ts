import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FeedItem {
  readonly guid: string;
  readonly title: string;
  readonly summary: string;
  /** UTC milliseconds; now if left out. */
  readonly published?: number;
}

/** RSS feeds on loopback whose items can be added while they are watched. */
export class FeedServer {
  /** Answers 503 while it is. */
  failing = false;
  /** Requests that wait, while it answers none. */
  #waiting: (() => void)[] | undefined;
  readonly #server: Server;
  readonly #feeds = new Map<string, { item: FeedItem; date: Date }[]>();
  readonly #polls = new Map<string, number>();

  private constructor() {
    this.#server = createServer((request, response) => {
      const name = request.url?.slice(1) ?? '';
      this.#polls.set(name, this.polls(name) + 1);
      const answer = () => {
        const items = this.#feeds.get(name);
        if (this.failing) return response.writeHead(503).end();
        response.writeHead(items ? 200 : 404, { 'content-type': 'application/rss+xml; charset=utf-8' });
        return response.end(items && this.#rss(name, items));
      };
      if (this.#waiting) this.#waiting.push(answer);
      else answer();
    });
  }

  static async start(): Promise<FeedServer> {
    const feeds = new FeedServer();
    feeds.#server.listen(0, '127.0.0.1');
    await once(feeds.#server, 'listening');
    return feeds;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How often the feed was asked for. */
  polls(name: string): number {
    return this.#polls.get(name) ?? 0;
  }

  /** Answers nothing until `goOn`. */
  hang(): void {
    this.#waiting ??= [];
  }

  goOn(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const answer of waiting) answer();
  }

  publish(name: string, ...items: FeedItem[]): void {
    const dated = items.map((item) => ({ item, date: new Date(item.published ?? Date.now()) }));
    this.#feeds.set(name, [...dated, ...(this.#feeds.get(name) ?? [])]);
  }

  /** Puts an item on top, and takes away what the feed had under its guid. */
  revise(name: string, item: FeedItem): void {
    const others = (this.#feeds.get(name) ?? []).filter((one) => one.item.guid !== item.guid);
    this.#feeds.set(name, others);
    this.publish(name, item);
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  #rss(name: string, items: readonly { item: FeedItem; date: Date }[]): string {
    const text = items.map(
      ({ item: { guid, title, summary }, date }) =>
        `<item><guid isPermaLink="false">${guid}</guid><title>${escapeXml(title)}</title>` +
        `<link>${this.origin}/${name}/${guid}</link><description>${escapeXml(summary)}</description>` +
        `<pubDate>${date.toUTCString()}</pubDate></item>`,
    );
    return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${name}</title>${text.join('')}</channel></rss>`;
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
