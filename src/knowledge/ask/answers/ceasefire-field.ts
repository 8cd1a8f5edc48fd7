import { anyOf } from '../any-of.ts';
import type { Query } from '../query.ts';

/** What of a ceasefire's record a question asks for. */
export type Field = 'until' | 'start' | 'declared' | 'outcome' | 'parties' | 'term' | 'list' | 'description';

const asksParties = /\b(?:parties|sides|who (?:are|is|was|were) (?:in|part)|between (?:whom|which|who))\b/;
const asksSpan = /\bfrom (?:what|which|when)\b.*\b(?:until|up to|to) (?:what|which|when)\b/;
const asksList = /\b(?:list|which|how many|what|all|name)\b.*\b(?:ceasefires|truces|armistices)\b/;
const asksOutcome = anyOf(
  /\bhappen/,
  /\bfate\b/,
  /\bin the end\b/,
  /\bbecame of\b/,
  /\boutcome\b/,
  /\bresult\b/,
  /\bturn(?:ed)? out\b/,
  /\bfollowed\b/,
  /\b(?:came|comes) after\b/,
  /\bafterwards\b/,
  /\bwork out\b/,
  /\bsucce/,
  /\bover(?= (?:by|before|already)\b|$)/,
);

const asksBeginning =
  /\bstart|\bbeg[aiu]n|\bcommence|\btakeeffect\b|\bin (?:force|effect|place)\b|\bappl(?:y|ied)\b/;

/** @returns undefined where the claims tell more than the record, as with who asked for an extension */
export function fieldOf({ text, terms, asks }: Query): Field | undefined {
  if (asks === 'condition') return undefined;
  if (asksParties.test(text) && asks === 'who') return 'parties';
  if (asksList.test(text)) return 'list';
  if (asksSpan.test(text)) return 'description';
  // "Had it begun on the day it was announced?": the two dates side by side.
  if (terms.includes('announce') && asksBeginning.test(text) && ['yesno', 'duration', 'what'].includes(asks))
    return 'start';
  if (asks === 'since') return 'start';
  if (asks === 'until' && !/^what (?:happen|came|follow|was the (?:outcome|result))/.test(text))
    return 'until';
  if (asks === 'duration') return 'term';
  // "When did the one that ended in May start?"
  if (asks === 'when' && /\b(?:start|begin|commence)$/.test(text)) return 'start';
  if (asksOutcome.test(text) || terms.includes('end') || terms.includes('resume')) {
    return asks === 'why' || asks === 'who' ? undefined : 'outcome';
  }
  if (terms.includes('extend')) return undefined;
  if (terms.includes('announce') || terms.includes('disclose'))
    return asks === 'why' ? undefined : 'declared';
  if (terms.includes('start')) return asks === 'who' || asks === 'why' ? undefined : 'start';
  if (asks === 'when') return 'start';
  return asks === 'what' ? 'description' : undefined;
}
