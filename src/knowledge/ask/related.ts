import { termOf } from './terms.ts';

/** Concepts near enough that a question may say one where the document says the other; a line is one neighbourhood. */
const neighbourhoods = `
attack violence
attack kill target
attack child school
operation attack action gain violence
operation action airstrike
announce disclose confirm statement inform
announce publish reveal
host talks
constitution law
host shelter
flee shelter
secret disclose
succeed success end progress
represent delegation
mediation host invite involvement role
demand threaten message condition expect
demand complain criticise
criticise oppose complain friction
shelter base soil presence allow
allegiance support relation inspire
support fuel shelter
extend continuation
condition progress
friction relation difficult enmity hostility
cruelty enmity criticise angry
increase surge
optimistic positive
atmosphere positive
face attack violence
invasion violence
control retake gain
comment say disclose statement
power ruler government
amnesty chance allegiance
prize renowned
separate affiliated entity branch wing
root ideology share inspire common
reduce stop footprint
expect demand
recover wound
premature conclusion
unclear disclose
progress success
tough message threaten firm
chinese foreigner
invite involvement
border neighbour
hive mountain
`;

/** Pairs: a document that says the one tells of the other that it is not so. */
const contraries = `
accept deny
confirm deny
pessimistic optimistic
negative positive
support oppose
support criticise
praise criticise
reduce increase
decrease increase
fall increase
gain lose
import homegrown
secret disclose
legal banned
friendly difficult
certain unclear
soft tough
permanent temporary
succeed fail
`;

/** Kinds: the first of a line is what a question may call any of the others, and not they it. */
const kinds = `
attack airstrike
site headquarters school
facility headquarters school
building headquarters school
`;

const related = new Map<string, Set<string>>();
for (const line of neighbourhoods.trim().split('\n')) {
  const terms = line.split(' ').map(termOf);
  for (const term of terms) {
    const near = related.get(term) ?? new Set();
    for (const other of terms) if (other !== term) near.add(other);
    related.set(term, near);
  }
}

for (const line of kinds.trim().split('\n')) {
  const [kind = '', ...members] = line.split(' ').map(termOf);
  related.set(kind, new Set([...(related.get(kind) ?? []), ...members]));
}

const contrary = new Map<string, Set<string>>();
for (const line of contraries.trim().split('\n')) {
  const [one = '', other = ''] = line.split(' ').map(termOf);
  for (const [term, opposite] of [
    [one, other],
    [other, one],
  ] as const) {
    contrary.set(term, (contrary.get(term) ?? new Set()).add(opposite));
  }
}

const none: ReadonlySet<string> = new Set();

/** Terms that a document may have in place of this one. */
export function relatedTo(term: string): ReadonlySet<string> {
  return related.get(term) ?? none;
}

/** Terms that say the opposite: to whether a thing is so, they are an answer, too. */
export function contraryTo(term: string): ReadonlySet<string> {
  return contrary.get(term) ?? none;
}
