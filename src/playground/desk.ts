import { EventEmitter } from 'node:events';
import type { FeedServer } from './newsroom/feed-server.ts';
import { type OutletId, outlets } from './newsroom/outlets.ts';
import type { Sample } from './newsroom/samples.ts';
import type { Verdict } from './verdict.ts';

/** Something that was published, as the newsroom lists it. */
export interface Published {
  readonly outlet: string;
  readonly title: string;
  readonly summary: string;
  readonly link: string;
  /** UTC ms. */
  readonly at: number;
  /** The sample it came from; undefined for one's own headline. */
  readonly sample: string | undefined;
  /** What the classifier made of it, as soon as that is known. */
  verdict?: Verdict;
}

/** Where stories are published: puts them into the feeds and keeps the list. */
export class Desk extends EventEmitter<{ change: [] }> {
  /** Newest first. */
  readonly list: Published[] = [];
  readonly #newsroom: FeedServer;
  readonly #classify: (item: Published) => Promise<Verdict>;
  #own = 0;

  constructor(newsroom: FeedServer, classify: (item: Published) => Promise<Verdict>) {
    super();
    this.#newsroom = newsroom;
    this.#classify = classify;
  }

  publish({ id, outlet, slug, title, summary }: Sample): void {
    this.#put(outlet, slug, title, summary, id);
  }

  publishOwn(outlet: OutletId, title: string, summary: string): void {
    this.#own += 1;
    this.#put(outlet, `own-${this.#own}`, title, summary);
  }

  #put(outlet: OutletId, slug: string, title: string, summary: string, sample?: string): void {
    const { published: at } = this.#newsroom.publish(outlet, { slug, title, summary });
    const name = outlets.find(({ id }) => id === outlet)!.title;
    const link = `${this.#newsroom.url}/${outlet}/${slug}`;
    const entry: Published = { outlet: name, title, summary, link, at, sample };
    this.list.unshift(entry);
    this.emit('change');
    this.#classify(entry).then(
      (verdict) => {
        entry.verdict = verdict;
        this.emit('change');
      },
      () => undefined, // the line stays without a verdict; publishing does not depend on it
    );
  }
}
