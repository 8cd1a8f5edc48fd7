import type { Choice } from '../command.ts';
import { UserError } from '../command.ts';
import { type AlertTopic, alertTopics } from '../news/story.ts';

/** How a topic is called in a message. What it names is reported, not verified; the message says so. */
export const topicLabels: Readonly<Record<AlertTopic, string>> = {
  talks: 'Talks',
  truce_declared: 'Truce declared',
  truce_extended: 'Truce extended',
  truce_ended: 'Truce ended',
  truce_violated: 'Truce violated',
  talks_failed: 'Talks failed',
  talks_denied: 'Talks denied',
};

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');

const byName = new Map<string, AlertTopic>(
  alertTopics.flatMap((topic) => [
    [plain(topic), topic],
    [plain(topicLabels[topic]), topic],
  ]),
);

/** Reads a comma list of topics, by id or label; none or "all" is all. @throws {UserError} naming what is unknown. */
export function parseTopics(text: string | undefined): 'all' | readonly AlertTopic[] {
  const names = (text ?? '').split(/[,،;]/).map(plain).filter(Boolean);
  if (names.length === 0 || names.includes('all')) return 'all';
  const topics = new Set<AlertTopic>();
  for (const name of names) {
    const topic = byName.get(name);
    if (!topic)
      throw new UserError(
        `“${name.slice(0, 40)}” is no topic; take any of ${alertTopics.join(', ')}, or all.`,
      );
    topics.add(topic);
  }
  return topics.size === alertTopics.length ? 'all' : alertTopics.filter((topic) => topics.has(topic));
}

/** Completes the last name of a comma list; what stands before it is kept. */
export function proposeTopics(typed: string): Choice[] {
  const parts = typed.split(',');
  const last = plain(parts.pop() ?? '');
  const before = parts.map((part) => part.trim()).filter(Boolean);
  const taken = new Set(before.map((name) => byName.get(plain(name))));
  const open = alertTopics.filter(
    (topic) => !taken.has(topic) && (plain(topic).includes(last) || plain(topicLabels[topic]).includes(last)),
  );
  const proposals: string[] = before.length === 0 && 'all'.startsWith(last) ? ['all', ...open] : open;
  return proposals.map((name) => {
    const value = [...before, name].join(', ');
    return { name: value, value };
  });
}

/** The topics of a subscription in words. */
export function topicsInWords(topics: 'all' | readonly AlertTopic[]): string {
  return topics === 'all' ? 'all topics' : topics.map((topic) => topicLabels[topic]).join(', ');
}
