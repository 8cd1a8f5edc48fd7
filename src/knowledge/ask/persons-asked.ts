import type { Actor, Claim, Relation } from '../../schema/dataset.ts';
import { type Act, accusing, actOf } from './act.ts';
import { answering, saying, wishing } from './clause.ts';
import { doesAny } from './doer.ts';
import type { EntityMention } from './entities.ts';
import type { Evidence, Library } from './library.ts';
import { names, shareOf } from './match.ts';
import type { Query } from './query.ts';
import { termOf, termsOf, wordsOf } from './terms.ts';

/** Whether the people whom a question asks for, by name, office, words or fate, are in a claim as it asks for them. */
export function hasPersonsAsked(library: Library, query: Query, evidence: Evidence): boolean {
  return (
    isActAsked(library, query, evidence) &&
    isDoneByWhomAsked(library, query, evidence) &&
    isHeldAsAsked(library, query, evidence) &&
    isIdentified(library, query, evidence) &&
    isToldToWhomAsked(query, evidence) &&
    isOfOfficeAsked(library, query, evidence) &&
    (!asksFate.test(query.text) || tellsFate(library, query, evidence))
  );
}

/** "Who told X?": what X tells is not what X was told. */
function isToldToWhomAsked({ entities, text }: Query, { claim }: Evidence): boolean {
  const hearer = entities.find((mention) =>
    ['told', 'informed', 'warned'].some((verb) => text.includes(`who ${verb} ${mention.text.toLowerCase()}`)),
  );
  return !claim.assertedBy.some((id) => hearer?.ids.includes(id));
}

/** "Which prisoners": some of many people, whom a document may tell of without saying who they are. */
const someAsked =
  /\bwhich (?:of the )?(?:\w+ )?(?:prisoner|elder|civilian|child(?:ren)?|soldier|officer|victim|commander|journalist)s?\b/;

/** Those who are asked for have to be named, or somebody whom the question does not name. */
function isIdentified(
  { index }: Library,
  { text, entities, isOnWords }: Query,
  { claim }: Evidence,
): boolean {
  if (!someAsked.test(text)) return true;
  const named = new Set(entities.flatMap(({ ids }) => ids));
  // Who tells of them is none of them, unless it is asked who said so.
  const { actors, assertedBy } = claim;
  const told = isOnWords ? [...actors, ...assertedBy] : actors.filter((id) => !assertedBy.includes(id));
  return told.some((id) => !named.has(id) && index.actors.get(id)?.type === 'person');
}

const officeAsked =
  /\bwhich (?:(?:of|the|other|two) )*(?:\w+ )?(minister|official|analyst|politician|spokesman|leader|expert|commander|president|general|ambassador)s?\b/;

/** "Which minister": one has to be in it; "which TTP minister": and one of theirs. */
function isOfOfficeAsked({ index }: Library, { text, asks, entities }: Query, evidence: Evidence): boolean {
  if (asks !== 'who') return true;
  const [phrase = '', office] = officeAsked.exec(text) ?? [];
  if (office === undefined) return true;
  if (shareOf(evidence, termOf(office), asks) === 0) return false;
  const whose = entities.find((mention) => phrase.includes(` ${mention.text.toLowerCase()} `));
  if (whose === undefined) return true;
  const { assertedBy, actors } = evidence.claim;
  return [...assertedBy, ...actors].some(
    (id) =>
      // The post may have been read as whoever holds it.
      (whose.ids.includes(id) && index.actors.get(id)?.type === 'person') ||
      index.actors.get(id)?.roles.some(({ of }) => of !== undefined && whose.ids.includes(of)),
  );
}

const asksFate = /\b(?:happen(?:s|ed)? to|becomes? of|became of|end(?:ed)? up)\b/;

/** What became of a person is told by others about them, not by their own words or by the post they held. */
function tellsFate(
  { index }: Library,
  { entities, dates, text }: Query,
  { claim, range }: Evidence,
): boolean {
  const meant = entities.flatMap(({ ids }) => ids).filter((id) => index.actors.get(id)?.type === 'person');
  if (meant.length === 0) return true;
  const isRole = meant.some((id) =>
    index.actors.get(id)?.roles.some(({ role }) => claim.summary.toLowerCase().includes(role.toLowerCase())),
  );
  const isLater = dates.mentions.every(({ ranges }) =>
    ranges.some(({ latest }) => range !== undefined && range.earliest > latest),
  );
  if (/\b(?:after|since)\b/.test(text) && !isLater) return false;
  return !isRole && meant.some((id) => claim.actors.includes(id) && !claim.assertedBy.includes(id));
}

/** How a document tells what somebody says. */
export const said =
  /^(?:criticis|oppos|prefer|complain|acknowledg|confirm|threat|sa(?:y|id)|tell|told|claim|denied|den(?:y|ies)|accus|describ|call|warn|urg|ask|demand|announc|want|approv|expect|disclos|reveal)/i;

/** That somebody wanted or said a thing before is no reply. */
const replied =
  /^(?:criticis|oppos|acknowledg|confirm|denied|den(?:y|ies)|accus|describ|call|warn|urg|threat|demand|agree|approv)/i;

/** What these are about may be told without the verb. */
const giving = /^(?:offer|promise|want)(?:ed)?$/;

/**
 * "What did X demand?": whoever is named has to be who does it, and not whom it is done to. What they say they may assert,
 * or it is told that they spoke or were silent.
 */
function isDoneByWhomAsked(
  library: Library,
  { asks, clause, terms, abroad }: Query,
  evidence: Evidence,
): boolean {
  const { claim, speakers, terms: told } = evidence;
  const { asker, subject, nouns = [], verb } = clause ?? {};
  if (verb === undefined || (asker !== undefined && !/^(?:what|whom?|how|why)$/.test(asker))) return true;
  // Whether somebody confirmed a thing, another's word for it does not tell.
  const isSaying = saying.test(verb) || answering.test(verb) || (asks === 'yesno' && said.test(verb));
  if (!isSaying && !wishing.test(verb)) return true;
  if (!subject) {
    const asked = nouns.map(termOf).filter((term) => (saying.test(verb) ? terms : abroad).includes(term));
    return asked.every((term) => speakers.has(term)) || tellsSpeaking(claim.summary, asked);
  }
  if (isSaying ? isSaidBy(library, subject, claim) : claim.assertedBy.some((id) => subject.ids.includes(id)))
    return true;
  if (isSaying && told.has(termOf('comment'))) return true;
  const does = (isDeed: (word: string) => boolean) => doesAny(library, subject, claim.summary, isDeed);
  const same = isSaying ? undefined : does((word) => termOf(word) === termOf(verb));
  if (same !== undefined) return same;
  if (giving.test(verb)) return true;
  return does((word) => (answering.test(verb) ? replied : said).test(word)) ?? !isSaying;
}

/** Whether a claim is asserted by somebody, or by one who speaks for them. */
function isSaidBy({ index }: Library, { ids }: EntityMention, { assertedBy }: Claim): boolean {
  const isSpokesman = ({ relation, from, to }: Relation) =>
    relation.endsWith('spokesman_of') && assertedBy.includes(from) && ids.includes(to);
  return (
    assertedBy.some((id) => ids.includes(id)) ||
    ids.some((id) => index.relationsByActor.get(id)?.some(isSpokesman))
  );
}

/** Each is compared with many claims. */
const acts = new WeakMap<Query, Act | 'none'>();

function actIn(query: Query): Act | undefined {
  const act = acts.get(query) ?? actOf(query) ?? 'none';
  acts.set(query, act);
  return act === 'none' ? undefined : act;
}

const charges = ['criticise', 'complain'].map(termOf);

/** "What does X accuse Y of", "X's demands": neither what Y says of X nor what X says to somebody else. */
function isActAsked(library: Library, query: Query, evidence: Evidence): boolean {
  const act = actIn(query);
  if (!act) return true;
  const { claim, terms, paraphrases } = evidence;
  const { word, by, to } = act;
  const isCharge = accusing.test(word);
  if (isCharge && !charges.some((term) => terms.has(term) || paraphrases.has(term))) return false;
  const isWord = (each: string) => termOf(each) === termOf(word);
  const does = by && doesAny(library, by, claim.summary, isWord);
  if (!isCharge && shareOf(evidence, termOf(word), query.asks) === 0) return false;
  const isBy = by === undefined || isSaidBy(library, by, claim);
  if (isCharge ? !isBy && does !== true : !(does ?? isBy)) return false;
  if (!to) return true;
  const isTo = names(evidence, to) && !isSaidBy(library, to, claim);
  if (isCharge) return isTo;
  return isTo && isAddressed(library, to, claim, isWord);
}

/** "Demanded of X to stop Y": the first who is named after the word. */
function isAddressed(
  { index }: Library,
  { ids }: EntityMention,
  { summary, actors }: Claim,
  isWord: (word: string) => boolean,
): boolean {
  const [deed] = [...summary.matchAll(/\p{L}+/gu)].filter(([word]) => isWord(word.toLowerCase()));
  const after = deed ? summary.slice(deed.index) : summary;
  const places = actors.flatMap((id) => {
    const actor = index.actors.get(id);
    const at = actor ? [actor.name, ...actor.aliases].map((name) => after.indexOf(name)) : [];
    return at.filter((place) => place > 0).map((place) => ({ id, place }));
  });
  const [first] = places.toSorted((a, b) => a.place - b.place);
  return first === undefined || ids.includes(first.id);
}

/** "Officials had not disclosed": a document tells that those spoke, or that they did not. */
function tellsSpeaking(summary: string, speakers: readonly string[]): boolean {
  const words = wordsOf(summary);
  const verb = words.findIndex((word) => said.test(word));
  const before = words.slice(0, verb).map(termOf);
  return verb !== -1 && speakers.every((term) => before.includes(term));
}

/** "Pakistan" stands for its government. */
function isNameOf(actor: Actor | undefined, text: string): boolean {
  return (
    actor !== undefined &&
    [actor.name, ...actor.aliases].some((name) => wordsOf(name).includes(text.toLowerCase()))
  );
}

const offices = new Set(['prime', 'minist', 'spokesman', 'lead', 'command', 'member']);

/** "Who is the prime minister of B?": somebody in the claim has to hold that post, and there. */
function isHeldAsAsked({ index }: Library, query: Query, { claim }: Evidence): boolean {
  const [, post = ''] = /\bwho (?:is|was|are|were) (.*?)(?: (?:of|in|for|at|to)\b|$)/.exec(query.text) ?? [];
  const office = termsOf(post).find((term) => offices.has(term) && query.terms.includes(term));
  if (office === undefined) return true;
  return [...claim.assertedBy, ...claim.actors].some((id) =>
    index.actors.get(id)?.roles.some(({ role, of }) => {
      const isThere =
        of === undefined ||
        query.entities.length === 0 ||
        query.entities.some(({ ids, text }) => ids.includes(of) || isNameOf(index.actors.get(of), text));
      return isThere && termsOf(role).includes(office);
    }),
  );
}
