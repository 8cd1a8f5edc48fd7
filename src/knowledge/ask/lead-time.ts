const form =
  /\bhow (?:long|soon|much (?:time|earlier|later)|many \w+) (?:before|after|prior to|ahead of|following) (.+?) (?:had|have|has|did|was|were|is)\b/d;

/** A clause of a question: its first and last word, and the whole. */
export interface LeadTime {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * "How long before X had Y …?" asks of Y; X only says from when one counts. Gives X;
 * undefined if the question does not count so.
 */
export function countedFrom(text: string): LeadTime | undefined {
  const [start, end] = form.exec(text)?.indices?.[1] ?? [];
  if (start === undefined || end === undefined) return undefined;
  const from = text.slice(0, start).split(' ').filter(Boolean).length;
  const clause = text.slice(start, end);
  return { from, to: from + clause.split(' ').length - 1, text: clause };
}
