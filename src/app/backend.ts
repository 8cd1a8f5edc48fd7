import type { Delivery } from '../alerts/delivery.ts';
import type { Changes } from '../coordination/changes.ts';
import type { Turns } from '../coordination/turns.ts';
import type { JobArchive } from '../job-archive.ts';
import type { Jobs } from '../jobs.ts';
import type { InTurn, InTurnByName } from '../rate.ts';
import type { DocumentStorage } from '../storage/document-storage.ts';

/** Where state and work are kept, and how processes that share them keep out of each other's way. */
export interface Backend {
  readonly storage: Pick<DocumentStorage, 'documents' | 'sweep'>;
  readonly jobs: Jobs<Delivery>;
  readonly archive: JobArchive<Delivery>;
  /** Servers whose settings were changed, by any process, this one included. */
  readonly settingsChanges: Changes;
  /** Undefined where one process does all. */
  readonly shared?: Shared;
  close(): Promise<void>;
}

/** What several processes share. */
export interface Shared {
  /** Keeps Discord's limits over all processes. */
  readonly limits: { readonly inTurn: InTurn; readonly apart: InTurnByName };
  /** Asks to be the one to poll this feed. */
  claimFeed(feed: string): Promise<(() => Promise<void>) | undefined>;
  /** At placing items in stories. */
  readonly placing: Turns;
  /** Waits to be the one process that holds the gateway's shards. @returns aborted if another holds them now */
  holdShards(signal: AbortSignal): Promise<AbortSignal>;
}
