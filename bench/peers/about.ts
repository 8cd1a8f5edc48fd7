/** What is compared, in the order of the runs, and what each does less and more than the others. */
export const contenders = [
  {
    name: 'Trucewatch',
    does:
      'posts to Discord; reads news in several languages; tells a story once however many outlets carry it and edits ' +
      'its message; at most two requests at once to a host; conditional requests, and longer waits for feeds that ' +
      'fail; keeps what it has seen and what is still to be sent on disk. Its processor time and memory hold all of this.',
  },
  {
    name: 'keyword bot',
    does:
      'posts to Discord; an English regular expression on the title; a message for each hit, so one for each outlet; ' +
      'one feed after the other and so one request at a time, never conditional; no limits, nothing kept on disk; any feed ' +
      'that cannot be read ends it.',
  },
  {
    name: 'rss-feed-emitter',
    does:
      'hands every new item to its caller: no topic, no language, no message; no deduplication across feeds; no ' +
      'limit for a host, no conditional requests, nothing kept on disk.',
  },
  {
    name: 'feedsub',
    does:
      'hands every new item to its caller: no topic, no language, no message; no deduplication across feeds; no ' +
      'limit for a host, nothing kept on disk. It makes conditional requests, and can keep the hours and days that a ' +
      'feed asks not to be read (not switched on here).',
  },
] as const;

/** A package that only watches does less; where it is ahead, it is so for anybody who needs no more than that. */
export const fairness =
  'What each does differs, and a figure holds all that is done for it: the two packages only watch, so that their time ' +
  'is until an item is handed over, the two bots post, and theirs is until Discord has the message. Who is ahead is ' +
  'said in the table, whoever it is.';
