import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Item, Outlet, Story } from './outlets.ts';
import { escapeXml, rss } from './rss.ts';

/** Serves each outlet's feed at /OUTLET.xml and each item's page at /OUTLET/SLUG, on 127.0.0.1. */
export class FeedServer {
  /** Newest first, as feeds have it. */
  readonly items = new Map<string, Item[]>();
  /** How often each feed was asked for. */
  readonly asked = new Map<string, number>();
  readonly outlets: readonly Outlet[];
  readonly #now: () => number;
  readonly #server: Server;
  #port = 0;

  /** @param now UTC ms */
  constructor(outlets: readonly Outlet[], now: () => number) {
    this.outlets = outlets;
    this.#now = now;
    for (const { id } of outlets) this.items.set(id, []);
    this.#server = createServer((request, response) => {
      const [, id, slug] = (request.url ?? '').split(/[/?]/);
      const outlet = outlets.find((each) => id === each.id || id === `${each.id}.xml`);
      if (!outlet) {
        response.writeHead(404).end();
        return;
      }
      const items = this.items.get(outlet.id) ?? [];
      if (slug) {
        const item = items.find((each) => each.slug === slug);
        response.writeHead(item ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(item ? articlePage(item, outlet) : 'No such story.');
        return;
      }
      this.asked.set(outlet.id, (this.asked.get(outlet.id) ?? 0) + 1);
      const body = rss(outlet, items, `${this.url}/${outlet.id}`);
      const tag = `"${createHash('sha1').update(body).digest('hex')}"`;
      const unchanged = request.headers['if-none-match'] === tag;
      response.writeHead(unchanged ? 304 : 200, { 'Content-Type': 'application/rss+xml', ETag: tag });
      response.end(unchanged ? undefined : body);
    });
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', () => {
        this.#port = (this.#server.address() as AddressInfo).port;
        for (const { id, title } of this.outlets) {
          this.#put(id, welcome(title), this.#now() - 86_400_000);
        }
        resolve();
      });
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** @param outlet its id */
  publish(outlet: string, story: Story): Item {
    return this.#put(outlet, story, this.#now());
  }

  #put(outlet: string, story: Story, published: number): Item {
    const item = { link: `${this.url}/${outlet}/${story.slug}`, ...story, published };
    const others = (this.items.get(outlet) ?? []).filter(({ slug }) => slug !== story.slug);
    this.items.set(outlet, [item, ...others]);
    return item;
  }
}

function welcome(title: string): Story {
  return {
    slug: 'welcome',
    title: `${title} opens its doors`,
    summary: 'A feed that the playground serves. What it held when first seen is never posted.',
  };
}

function articlePage({ title, summary }: Item, outlet: Outlet): string {
  const direction = outlet.lang === 'ur' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${outlet.lang}" dir="${direction}"><meta charset="utf-8">
<title>${escapeXml(title)}</title><h1>${escapeXml(title)}</h1><p>${escapeXml(summary)}</p>
<footer>${escapeXml(outlet.title)}: a sample of the playground, not news.</footer></html>`;
}
