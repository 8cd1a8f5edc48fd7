import { nextDigest } from '../digest/schedule.ts';
import type { Classification, Item } from '../news/story.ts';
import type { Core } from './core.ts';

/** What the playground may ask of the bot that it started. */
export interface Inspection {
  /** What the classifier makes of an item, and why. */
  verdict(item: Item): Pick<Classification, 'alert' | 'topic' | 'reasons'>;
  /** When the next digest of any channel is due (UTC ms); undefined if no channel gets one. */
  nextDigest(): Promise<number | undefined>;
}

export function inspectionOf({ classify, documents, clock }: Core): Inspection {
  return {
    verdict(item) {
      const { alert, topic, reasons } = classify(item);
      return { alert, topic, reasons };
    },
    nextDigest: () => nextDigest(documents.guilds, clock.now()),
  };
}
