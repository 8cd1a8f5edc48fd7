import type { Reply } from '../../reply.ts';
import type { Claim, Dispute } from '../../schema/dataset.ts';
import type { DatasetIndex } from '../dataset-index.ts';
import { cite, claimsOf, documentsOf, isOwnVoice, saySpeakers } from '../wording/attribution.ts';
import { type Line, pageAt, pageButtons, pagesOf, type Section } from './pages.ts';
import { fitWords } from './weight.ts';

const types: Record<Dispute['type'], string> = {
  contradiction: 'contradiction',
  change_over_time: 'one speaker, two times',
  framing: 'different framing',
  silence: 'one document is silent',
  different_figures: 'different figures',
  attribution: 'different attribution',
};

/** The answer of /ceasefire disputes: what the documents differ on, every side named. `page` counts from 0. */
export function disputesReply(
  index: DatasetIndex,
  dyad: { readonly id: string; readonly name: string },
  page = 0,
): Reply {
  const disputes = index.dataset.disputes.filter((each) => each.dyad === dyad.id || each.dyad === null);
  const pages = pagesOf(disputes.map((dispute) => sectionOf(index, dispute)));
  const { page: shown, number } = pageAt(pages, page);
  return {
    cards: [
      {
        title: fitWords(`${dyad.name}: what the documents differ on`, 200),
        body:
          disputes.length === 0
            ? 'No difference between the documents is noted for this pair.'
            : 'Every side is given as its documents give it; none is judged.',
        fields: shown?.fields ?? [],
        sources: shown?.sources ?? [],
        ...(pages.length > 1 && { footer: `Page ${number + 1} of ${pages.length}` }),
        tone: 'unclear',
      },
    ],
    buttons: pageButtons(number, pages.length, (to) => `ceasefire:disputes:${to}:${dyad.id}`),
  };
}

function sectionOf(index: DatasetIndex, { question, type, sides, notes }: Dispute): Section {
  const lines = sides.map(({ says, claims }): Line => {
    const behind = claimsOf(index, claims);
    const sources = documentsOf(index, behind);
    return { text: `• ${says} (${voiceOf(index, says, behind)}${cite(index, sources)})`, sources };
  });
  const note = notes === undefined ? [] : [{ text: `Note: ${notes}`, sources: [] }];
  return { name: `${question} (${types[type]})`, lines: [...lines, ...note] };
}

/** Who speaks, where the words of a side do not name them. */
function voiceOf(index: DatasetIndex, says: string, behind: readonly Claim[]): string {
  if (isOwnVoice(behind))
    return documentsOf(index, behind).length > 1 ? 'in their own voice: ' : 'in its own voice: ';
  const quoted = behind.filter(({ attribution }) => attribution !== 'newsroom');
  const told = `${says} ${cite(index, documentsOf(index, behind))}`;
  const isNamed = quoted.every(({ assertedBy }) => assertedBy.every((id) => names(index, told, id)));
  return isNamed ? '' : `${saySpeakers(index, behind)}: `;
}

function names({ actors }: DatasetIndex, told: string, id: string): boolean {
  const actor = actors.get(id);
  return actor !== undefined && [actor.name, ...actor.aliases].some((name) => told.includes(name));
}
