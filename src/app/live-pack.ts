import { type DatasetIndex, indexDataset } from '../knowledge/dataset-index.ts';
import type { Log } from '../log.ts';
import { type Pack, PackError, problemLine } from '../pack.ts';

/** A pack with the index of its dataset: what an answer is given from, and swapped as one. */
export interface Edition {
  readonly pack: Pack;
  readonly index: DatasetIndex;
}

/** The pack in use. It can be replaced while the bot runs: nothing keeps an edition but through `derived`. */
export interface LivePack {
  readonly current: Edition;
  /** What follows from an edition: made on first use, and anew after a change. */
  derived<T>(make: (edition: Edition) => T): () => T;
  /** Reads the pack anew. One that does not check out is told in the log, and the old one stays. Never throws. */
  reload(): Promise<void>;
  /** Called after each change. */
  onChange(listener: (edition: Edition) => void): void;
}

/** @param load reads the pack as it stands now @throws {PackError} if it does not check out at the start */
export async function createLivePack(load: () => Promise<Pack>, log: Log): Promise<LivePack> {
  let current = editionOf(await load());
  const listeners: ((edition: Edition) => void)[] = [];
  // One after the other: an older reading must not replace a newer one.
  let turn: Promise<void> = Promise.resolve();

  async function readAnew(): Promise<void> {
    try {
      const pack = await load();
      if (pack.version === current.pack.version)
        return log.info({ version: pack.version }, 'the pack is unchanged');
      current = editionOf(pack);
      for (const listener of listeners) listener(current);
      log.info(
        { pack: pack.info.name, version: pack.version, feeds: pack.feeds.length },
        'the pack was reloaded',
      );
    } catch (error) {
      const problems = error instanceof PackError ? error.problems.map(problemLine) : undefined;
      const mend = 'correct what is listed; until then the bot goes on with the pack as it was';
      log.error({ ...(problems ? { problems } : { err: error }), mend }, 'the pack was not reloaded');
    }
  }

  return {
    get current() {
      return current;
    },
    derived(make) {
      let made: { readonly of: Edition; readonly value: ReturnType<typeof make> } | undefined;
      return () => {
        if (made?.of !== current) made = { of: current, value: make(current) };
        return made.value;
      };
    },
    reload() {
      turn = turn.then(readAnew);
      return turn;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

function editionOf(pack: Pack): Edition {
  return { pack, index: indexDataset(pack.dataset) };
}
