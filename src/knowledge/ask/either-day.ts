import { monthName } from './date-mentions.ts';

const month = `(?:${monthName})`;
const ordinal = '\\d{1,2}(?:st|nd|rd|th)?';
const day = `(?:the )?(?:${ordinal}(?: of)?(?: (${month}))?|(${month}) ${ordinal})(?:,? (\\d{4}))?`;
const either = new RegExp(
  `^(?:so |and |but )*((?:is|was|were|did|does|has|had)\\b.*?)\\s(?:on |at )?${day},? or (?:(?:was|is|did) it )?(?:on )?${day}\\b(.*)$`,
  'i',
);

/** "Was it on 8 or 9 November?" neither is so nor is not: it asks when, in the month or year that both days have. */
export function asWhen(question: string): string {
  const parts = either.exec(question);
  if (!parts) return question;
  const [, before, ...rest] = parts;
  const [behindDay, beforeDay, year, behindOther, beforeOther, otherYear, after] = rest;
  const months = [...new Set([behindDay ?? beforeDay, behindOther ?? beforeOther].filter(Boolean))];
  if (months.length === 0) return question;
  const time = [months.length === 1 ? months[0] : '', otherYear ?? year].filter(Boolean).join(' ');
  return `when ${before}${time && ` in ${time}`}${after}`;
}
