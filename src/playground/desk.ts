import { EventEmitter } from 'node:events';
import type { Item, Verdict } from './bot-process.ts';
import type { FeedServer } from './newsroom/feed-server.ts';
import type { Story } from './newsroom/outlets.ts';
import type { Sample } from './newsroom/samples.ts';

/** Something that was published, as the newsroom lists it. */
export interface Published {
  readonly outlet: string;
  readonly title: string;
  readonly summary: string;
  readonly link: string;
  /** UTC ms. */
  readonly at: number;
  /** The sample it came from; undefined for one's own headline and for a replay. */
  readonly sample: string | undefined;
  /** What the classifier made of it, as soon as that is known. */
  verdict?: Verdict;
}

/** Where stories are published: puts them into the feeds and keeps the list. */
export class Desk extends EventEmitter<{ change: [] }> {
  /** Newest first. */
  readonly list: Published[] = [];
  readonly #newsroom: FeedServer;
  readonly #classify: (item: Item) => Promise<Verdict>;
  #own = 0;

  constructor(newsroom: FeedServer, classify: (item: Item) => Promise<Verdict>) {
    super();
    this.#newsroom = newsroom;
    this.#classify = classify;
  }

  publishSample({ id, outlet, slug, title, summary }: Sample): void {
    this.publish(outlet, { slug, title, summary }, id);
  }

  publishOwn(outlet: string, title: string, summary: string): void {
    this.#own += 1;
    this.publish(outlet, { slug: `own-${this.#own}`, title, summary });
  }

  /** @param id of the outlet */
  publish(id: string, story: Story, sample?: string): void {
    const outlet = this.#newsroom.outlets.find((each) => each.id === id);
    if (!outlet) throw new Error(`there is no outlet ${id}`);
    const { title, summary, link, published: at } = this.#newsroom.publish(id, story);
    const entry: Published = { outlet: outlet.title, title, summary, link, at, sample };
    this.list.unshift(entry);
    this.emit('change');
    void this.#classify({ id: link, title, summary, source: outlet.title, link, published: at }).then(
      (verdict) => {
        entry.verdict = verdict;
        this.emit('change');
      },
    );
  }
}
