import type { Claim } from '../../../schema/dataset.ts';
import type { Draft } from '../compose.ts';
import type { EntityMention } from '../entities.ts';
import { isKnown, shareOf } from '../match.ts';
import type { Query } from '../query.ts';
import { retrieve } from '../retrieve.ts';
import { termOf } from '../terms.ts';
import type { Context } from './context.ts';

const asksBoth =
  /\bdiffer(?:s|ed|ently|ent|ences?)?\b|\bversus\b|\bcompar(?:e|ed|ing|ison)\b|\b(?:dis)?agree\b|\b(?:give|gave|in) (?:the |a )?(?:same|different|similar)\b/;
const asksEach = /\beach\b|\bboth\b|\brespectively\b/;
/** What may stand between two who are set side by side. */
const joint =
  /^(?:(?:statements?|spokesm[ae]n|officials?|leaders?) )?(?:and|or|versus|with|from|than|to|against)(?: (?:that|those) of)?(?: the)?$/;
/** Words of comparing, which are not what the two speak of. */
const comparing = new Set(
  'differ different differently compare versus agree disagree each both common same similar similarity'
    .split(' ')
    .map(termOf),
);
/** Of what a question names beside a speaker, this much has to stand in what that one says. */
const enough = 0.5;
const perSpeaker = 2;

/** "How do A and B differ on …?": what each of them says of it; nothing unless both are documented. */
export function answerSpeakers(context: Context): Draft | undefined {
  const { query, library } = context;
  const isEach = query.isOnWords && query.asks !== 'yesno' && asksEach.test(query.text);
  if (!asksBoth.test(query.text) && !isEach) return undefined;
  const pair = pairIn(query);
  if (!pair) return undefined;
  const others = query.entities.filter((mention) => !pair.includes(mention));
  const terms = query.terms.filter((term) => !comparing.has(term));
  const isNamed = terms.length + others.length + query.dates.mentions.length > 0;
  if (!isNamed || terms.some((term) => !isKnown(library, term))) return undefined;
  const [first, second] = pair.map((speaker) => wordsOf(context, speaker, others, terms));
  if (!first?.length || !second?.length) return undefined;
  return { kind: 'comparison', claims: [...new Set([...first, ...second])] };
}

/** The two that stand side by side. */
function pairIn({ entities, text }: Query): readonly EntityMention[] | undefined {
  const words = text.split(' ');
  const sorted = entities.toSorted((a, b) => a.at - b.at);
  const at = sorted.findIndex((mention, place) => {
    const next = sorted[place + 1];
    return next !== undefined && joint.test(words.slice(mention.at + mention.length, next.at).join(' '));
  });
  return at === -1 ? undefined : sorted.slice(at, at + 2);
}

function wordsOf(
  { query, library }: Context,
  speaker: EntityMention,
  others: readonly EntityMention[],
  terms: readonly string[],
): readonly Claim[] {
  const asked = {
    ...query,
    entities: [speaker, ...others],
    terms,
    asides: new Set<string>(),
    isOnWords: true,
  };
  return retrieve(library, asked)
    .filter(({ coverage, evidence }) => {
      const isOwn = evidence.claim.assertedBy.some((id) => speaker.ids.includes(id));
      const isOfTime = query.dates.mentions.length === 0 || evidence.range !== undefined;
      const isOn = terms.length === 0 || terms.some((term) => shareOf(evidence, term, query.asks) > 0);
      return isOwn && isOfTime && isOn && coverage >= enough;
    })
    .slice(0, perSpeaker)
    .map(({ evidence }) => evidence.claim);
}
