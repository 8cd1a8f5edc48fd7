import { createIntake, type IntakeOptions } from '../../src/alerts/intake.ts';
import type { Story } from '../../src/news/story.ts';
import type { DocumentStorage } from '../../src/storage/document-storage.ts';

/** An intake that notes and classifies what comes, has it placed nowhere and tells nobody. */
export function loneIntake(
  storage: DocumentStorage,
  { entries, classify }: Pick<IntakeOptions, 'entries' | 'classify'>,
) {
  return createIntake({
    entries,
    stories: storage.documents<Story>('story'),
    classify,
    clusterers: { place: () => undefined, placeFor: () => undefined },
    placing: { inTurn: (work) => work(), changing: async () => {} },
    audience: async () => 'all',
    announce: async () => false,
    wake: () => {},
    log: console,
  });
}
