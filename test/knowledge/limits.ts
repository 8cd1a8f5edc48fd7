import { expect } from 'vitest';
import { weightOf } from '../../src/knowledge/cards/weight.ts';
import type { Card, Reply, Text } from '../../src/reply.ts';

/**
 * Fails if a reply would be cut or refused by Discord, escapes included. Only the list of sources may be
 * longer than its field: a renderer says how many more there are.
 * Limits: https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
export function expectWithinLimits(reply: Reply): void {
  const cards = reply.cards ?? [];
  expect(sizeOf(reply.text), 'content').toBeLessThanOrEqual(2000);
  expect(cards.length).toBeLessThanOrEqual(10);
  let total = 0;
  for (const card of cards) total += checkedSize(card);
  expect(total, 'all cards').toBeLessThanOrEqual(6000);
  expect(reply.picture?.alt.length ?? 0, 'alt text').toBeLessThanOrEqual(1024);
  const buttons = reply.buttons ?? [];
  expect(Math.ceil(buttons.length / 5) + (reply.select ? 1 : 0), 'rows').toBeLessThanOrEqual(5);
  const ids = [
    ...buttons.flatMap((button) => ('id' in button ? button.id : [])),
    ...(reply.select ? [reply.select.id] : []),
  ];
  expect(new Set(ids).size, 'distinct ids').toBe(ids.length);
  for (const id of ids) expect(id.length, id).toBeLessThanOrEqual(100);
  for (const { label } of buttons) expectLength(label, 1, 80);
  if (reply.select) {
    expectLength(reply.select.placeholder, 1, 150);
    expect(reply.select.options.length).toBeGreaterThan(0);
    expect(reply.select.options.length).toBeLessThanOrEqual(25);
    for (const { value, label, description } of reply.select.options) {
      expectLength(value, 1, 100);
      expectLength(label, 1, 100);
      if (description !== undefined) expectLength(description, 1, 100);
    }
  }
}

function checkedSize({ title, body, fields = [], sources = [], footer }: Card): number {
  expect(sizeOf(title), 'title').toBeLessThanOrEqual(256);
  expect(sizeOf(body), 'body').toBeLessThanOrEqual(4096);
  expect(fields.length + (sources.length > 0 ? 1 : 0), 'fields').toBeLessThanOrEqual(25);
  expect(sizeOf(footer), 'footer').toBeLessThanOrEqual(2048);
  for (const { name, value } of fields) {
    expectLength(name, 1, 256);
    expect(sizeOf(value), name).toBeGreaterThan(0);
    expect(sizeOf(value), name).toBeLessThanOrEqual(1024);
  }
  const listed = sources.reduce(
    (sum, { label, url }) => sum + weightOf(label) + (url?.length ?? 0) + 7,
    'Sources'.length,
  );
  return (
    [title, body, footer].reduce((sum, text) => sum + sizeOf(text), 0) +
    fields.reduce((sum, { name, value }) => sum + name.length + sizeOf(value), 0) +
    Math.min(listed, 1024 + 'Sources'.length)
  );
}

/** Length as a renderer writes it at most. */
function sizeOf(text: Text | undefined): number {
  if (text === undefined) return 0;
  if (typeof text === 'string') return weightOf(text);
  return text.reduce((sum, span) => {
    if (typeof span === 'string') return sum + weightOf(span);
    if (!('text' in span)) return sum + 25;
    return (
      sum +
      weightOf(span.text) +
      (span.url === undefined ? 0 : span.url.length + 4) +
      (span.bold ? 4 : 0) +
      (span.italic ? 2 : 0)
    );
  }, 0);
}

function expectLength(text: string, min: number, max: number): void {
  expect(text.length, text).toBeGreaterThanOrEqual(min);
  expect(text.length, text).toBeLessThanOrEqual(max);
}
