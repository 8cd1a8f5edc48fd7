import type { Story } from '../news/story.ts';
import type { Reply } from '../reply.ts';
import { storyMessage } from './message.ts';

/** What an alert looks like, marked as a sample; it mentions nobody and has no buttons. */
export function sampleMessage(channel: string, lastDocumented: string | undefined, now: number): Reply {
  const report = { link: '', language: 'en', title: 'Sample: both sides extend the truce' };
  const story: Story = {
    id: 'sample',
    version: 1,
    topic: 'truce_extended',
    title: report.title,
    link: '',
    summary: 'Here stands in a line or two what the first report says.',
    reasons: [],
    reports: [
      { ...report, item: 'sample/1', outlet: 'First outlet', published: now - 3_600_000 },
      { ...report, item: 'sample/2', outlet: 'Second outlet', published: now - 1_800_000, copyOf: 0 },
    ],
    languages: ['en'],
    first: now - 3_600_000,
    last: now - 1_800_000,
    standing: 'reported',
    signature: {},
  };
  const { buttons: _buttons, ...reply } = storyMessage(story, { channel, lastDocumented });
  return { ...reply, text: [{ text: 'This is a sample, not news.', bold: true }] };
}
