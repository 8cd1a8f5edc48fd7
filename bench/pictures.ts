import { drawStrip } from '../src/pictures/draw-strip.ts';
import { drawTimeline } from '../src/pictures/draw-timeline.ts';
import type { StoryStrip } from '../src/story-strip.ts';
import type { Timeline } from '../src/timeline.ts';

// How long one picture takes, drawn and from the cache; the middle of nine different ones.
const day = (n: number) => new Date(Date.UTC(2021, 10, 1 + n)).toISOString().slice(0, 10);
const kinds = ['talks', 'attack', 'strike'] as const;

function timeline(run: number, bars: number, marks: number): Timeline {
  return {
    title: `Run ${run}: two parties, 1 November 2021 to 31 December 2022`,
    from: day(0),
    to: day(425),
    alt: '',
    bars: Array.from({ length: bars }, (_, i) => ({
      label: `Ceasefire number ${i} of this picture`,
      start: day(i * 60),
      held: day(i * 60 + 20),
      plannedEnd: day(i * 60 + 30),
      openEnded: false,
      local: i % 3 === 0,
      disputed: i % 2 === 0,
    })),
    marks: Array.from({ length: marks }, (_, i) => ({
      date: day(i * Math.floor(420 / marks)),
      kind: kinds[i % 3]!,
      label: `Event number ${i} with a title of the usual length in the dataset`,
    })),
  };
}

function strip(run: number): StoryStrip {
  const days = Array.from({ length: 30 }, (_, i) => ({
    date: day(i),
    stories: { talks: i % 4, truce: i % 3, breach: i % 2 },
    state: 'in_effect' as const,
  }));
  return { title: `Run ${run}: stories of the last 30 days`, days, alt: '' };
}

async function median(what: string, draw: (run: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const start = performance.now();
    await draw(run);
    times.push(performance.now() - start);
  }
  console.log(`${what}: ${times.sort((a, b) => a - b)[4]!.toFixed(1)} ms`);
}

await median('timeline, 2 ceasefires and 3 marks', (run) => drawTimeline(timeline(run, 2, 3), 'few'));
await median('timeline, 6 ceasefires and 12 marks', (run) => drawTimeline(timeline(run, 6, 12), 'usual'));
await median('timeline, 7 ceasefires and 60 marks', (run) => drawTimeline(timeline(run, 7, 60), 'dense'));
await median('timeline, from the cache', () => drawTimeline(timeline(0, 7, 60), 'dense'));
await median('strip of 30 days', (run) => drawStrip(strip(run)));
