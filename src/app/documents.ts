import type { Alert } from '../alerts/alert.ts';
import type { GuildDocument } from '../alerts/guild.ts';
import type { SeenEntry } from '../alerts/seen.ts';
import type { GuildTellings } from '../alerts/tellings.ts';
import type { SentNote } from '../alerts/work.ts';
import type { DigestNote } from '../digest/note.ts';
import type { GuildFeeds } from '../feeds/guild-feeds.ts';
import type { FeedState } from '../feeds/poll/state.ts';
import type { Story } from '../news/story.ts';
import type { Storage } from '../storage/storage.ts';

/** The documents of each namespace, as docs/architecture.md lists them. */
export function openDocuments(storage: Pick<Storage, 'documents'>) {
  return {
    guilds: storage.documents<GuildDocument>('guild'),
    guildFeeds: storage.documents<GuildFeeds>('guild-feeds'),
    feeds: storage.documents<FeedState>('feed'),
    entries: storage.documents<SeenEntry>('entry'),
    stories: storage.documents<Story>('story'),
    alerts: storage.documents<Alert>('alert'),
    tellings: storage.documents<GuildTellings>('telling'),
    sent: storage.documents<SentNote>('sent'),
    digests: storage.documents<DigestNote>('digest'),
  };
}

export type BotDocuments = ReturnType<typeof openDocuments>;
