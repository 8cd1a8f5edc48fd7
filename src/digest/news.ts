import type { Alert } from '../alerts/alert.ts';
import type { Documents } from '../documents.ts';
import type { Story } from '../news/story.ts';

/** Stories that were or might have been told, each with its alert. */
export type News = readonly { readonly story: Story; readonly alert: Alert }[];

/**
 * Reads what there is to tell. All digests of one tick ask for the same moment, and one reading serves them all.
 */
export function createNews(
  alerts: Documents<Alert>,
  stories: Documents<Story>,
): (at: number) => Promise<News> {
  let last: { readonly at: number; readonly news: Promise<News> } | undefined;

  async function read(): Promise<News> {
    const news: { story: Story; alert: Alert }[] = [];
    for await (const [id, alert] of alerts.entries()) {
      const story = await stories.get(id);
      if (story) news.push({ story, alert });
    }
    return news.sort((a, b) => a.story.first - b.story.first);
  }

  return (at) => {
    if (last?.at !== at) {
      const news = read();
      last = { at, news };
      news.catch(() => {
        last = undefined;
      });
    }
    return last.news;
  };
}
