import type { Alert } from '../alerts/alert.ts';
import type { GuildDocument } from '../alerts/guild.ts';
import type { SeenEntry } from '../alerts/seen.ts';
import type { GuildTellings } from '../alerts/tellings.ts';
import type { SentNote } from '../alerts/work.ts';
import type { DigestNote } from '../digest/note.ts';
import type { GuildFeeds } from '../feeds/guild-feeds.ts';
import type { FeedState } from '../feeds/poll/state.ts';
import type { Story } from '../news/story.ts';
import type { DocumentStorage } from '../storage/document-storage.ts';
import type { Departure, Look } from './departure.ts';

/** The documents of each namespace, as docs/architecture.md lists them. */
export function openDocuments(storage: Pick<DocumentStorage, 'documents'>) {
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
    departures: storage.documents<Departure>('departure'),
    looks: storage.documents<Look>('look'),
  };
}

export type BotDocuments = ReturnType<typeof openDocuments>;
