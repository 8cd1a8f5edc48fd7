import { drawStrip } from '../src/pictures/draw-strip.ts';
import { drawTimeline } from '../src/pictures/draw-timeline.ts';
import type { StoryStrip } from '../src/story-strip.ts';
import type { Timeline } from '../src/timeline.ts';
import { median, report } from './parts/row.ts';

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

/** @param goal ms; none where there is none */
async function measure(what: string, goal: number | undefined, draw: (run: number) => Promise<unknown>) {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const start = performance.now();
    await draw(run);
    times.push(performance.now() - start);
  }
  const middle = median(times);
  report({
    what: `a picture drawn: ${what}, median of nine`,
    floor: 'none',
    measured: `${middle.toFixed(1)} ms`,
    result: `${Math.max(...times).toFixed(0)} ms at most`,
    goal: goal === undefined ? '–' : `under ${goal} ms`,
    ...(goal !== undefined && { met: middle < goal }),
  });
}

const draw = (run: number, bars: number, marks: number) =>
  drawTimeline(timeline(run, bars, marks), `${bars} and ${marks}`);
await measure('timeline of 6 ceasefires and 12 marks', 150, (run) => draw(run, 6, 12));
await measure('timeline of 7 ceasefires and 60 marks', 150, (run) => draw(run, 7, 60));
await measure('the same from the cache', undefined, () => draw(0, 7, 60));
await measure('strip of 30 days', undefined, (run) => drawStrip(strip(run)));
