import type { Finding } from './finding.ts';
import type { Passage, PlainItem } from './passage.ts';
import { quotesOf } from './quote.ts';
import type { Verdict } from './verdict.ts';

const bondWords: Readonly<Record<Finding['bond'], string>> = {
  bound: 'in the same sentence as the party',
  likely: 'with a name that others bear too, in fitting company',
  carried: 'in an item that names the party elsewhere',
  implied: 'in an item that elsewhere has a name for it that others bear too',
  loose: 'somebody speaks about the party, no others are named',
  about: 'others speak about the party',
  state: 'between states',
  other: 'of another affair',
  unbound: 'without a watched party',
};

/** Why an item was judged so, in words for people that quote it as it was written. */
export function reasonsOf(
  { topic, finding, learned }: Verdict,
  passage: Passage,
  { title, summary }: Pick<PlainItem, 'title' | 'summary'>,
): string[] {
  const asWritten = quotesOf(title, summary);
  const quoted = ({ text }: { readonly text: string }) => `“${asWritten(text)}”`;
  const reasons: string[] = [];
  const names = new Set<string>();
  for (const one of passage.mentions) {
    if (one.kind === 'party' && !names.has(one.party.name)) {
      names.add(one.party.name);
      reasons.push(`${quoted(one)} as ${one.party.name} (${one.party.rival ? 'rival' : one.party.side})`);
    } else if (one.kind === 'lookalike' && !names.has(one.name)) {
      names.add(one.name);
      reasons.push(`${quoted(one)} points to ${one.name}`);
    }
  }
  if (finding) {
    const step = finding.step ? `${quoted(finding.step)} with ` : '';
    reasons.push(`${step}${quoted(finding.mention)} in the ${finding.place}, ${bondWords[finding.bond]}`);
    if (finding.background) reasons.push('told as background');
  } else reasons.push(reasons.length > 0 ? 'no talks or truce' : 'no watched party');
  if (learned) {
    const words = learned.words.map((text) => quoted({ text })).join(', ');
    const chance = Math.floor(100 * learned.chance);
    reasons.push(`labelled items outweigh that: ${topic.replaceAll('_', ' ')} by ${words} (${chance} %)`);
  }
  return reasons;
}
