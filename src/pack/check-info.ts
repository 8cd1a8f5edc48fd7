import type { FeedSource } from '../schema/feeds.ts';
import type { PackInfo } from '../schema/pack.ts';
import { type LocatedLists, problemAt } from './dataset-file.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

/** What the form of pack.yaml cannot say: a zone that exists, dyads and actors that are there. */
export function checkInfo(
  file: YamlFile,
  info: PackInfo,
  { actors }: LocatedLists,
  broken: ReadonlySet<string>,
  isWhole: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!isTimeZone(info.timeZone)) {
    problems.push(
      problemAt(file, ['timeZone'], `"${info.timeZone}" is no IANA time zone, like Asia/Karachi`),
    );
  }
  const dyads = info.dyads.map(({ id }) => id);
  if (!dyads.includes(info.defaultDyad)) {
    problems.push(problemAt(file, ['defaultDyad'], `there is no dyad "${info.defaultDyad}" under dyads`));
  }
  const known = new Set([...broken, ...actors.map(({ record }) => record.id)]);
  for (const [index, { id, parties }] of info.dyads.entries()) {
    if (dyads.indexOf(id) < index) {
      problems.push(problemAt(file, ['dyads', index, 'id'], `the dyad "${id}" stands here a second time`));
    }
    for (const [place, party] of parties.entries()) {
      if (!isWhole || known.has(party)) continue;
      problems.push(problemAt(file, ['dyads', index, 'parties', place], `no actor has the id "${party}"`));
    }
  }
  return problems;
}

export function checkFeeds(file: YamlFile, feeds: readonly FeedSource[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of ['id', 'url'] as const) {
    const seen = new Set<string>();
    for (const [index, feed] of feeds.entries()) {
      if (seen.has(feed[key])) {
        problems.push(
          problemAt(file, ['feeds', index, key], `the ${key} "${feed[key]}" stands here a second time`),
        );
      }
      seen.add(feed[key]);
    }
  }
  return problems;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Node also takes offsets like "+05:00", which know no daylight saving.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
