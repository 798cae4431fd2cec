import { type Db, type HandoverFilter, handoversOfClient, type StoredHandover } from '@alize/db';
import { leadName } from '@alize/leads';
import type { ClientId, HandoverId, HandoverState, Language } from '@alize/model';
import { type Cell, type TableFile, timeCell } from '../tables/table-file.ts';

const pageRows = 200;

const headings = {
  fr: [
    'Date',
    'Campagne',
    'Fichier',
    'Fiche',
    'Référence',
    'Agent',
    'Points',
    'Stade',
    'État',
    'Motif',
    'Commentaire',
    'Date de l’avis',
    'Avis saisi par',
  ],
  en: [
    'Date',
    'Campaign',
    'List',
    'Lead',
    'Reference',
    'Agent',
    'Points',
    'Stage',
    'State',
    'Reason',
    'Comment',
    'Judged at',
    'Verdict entered by',
  ],
} as const;

const states: Readonly<Record<HandoverState, Readonly<Record<Language, string>>>> = {
  handed_over: { fr: 'Transmise', en: 'Handed over' },
  accepted: { fr: 'Acceptée', en: 'Accepted' },
  rejected: { fr: 'Refusée', en: 'Rejected' },
};

/** The client's hand-overs that fit, as a file, newest first. */
export function handoverTable(
  db: Db,
  { clientId, language, timeZone }: { clientId: ClientId; language: Language; timeZone: string },
  filter: HandoverFilter,
): TableFile {
  async function* pages() {
    let before: { readonly atMs: number; readonly id: HandoverId } | null = null;
    for (;;) {
      const page = { before, limit: pageRows };
      const found: readonly StoredHandover[] = await handoversOfClient(db, clientId, filter, page);
      const last = found.at(-1);
      if (!last) return;
      before = { atMs: last.handedOverAtMs, id: last.id };
      yield found.map((handover) => cellsOf(handover, language, timeZone));
    }
  }
  return { name: 'handovers', language, headings: headings[language], pages: pages() };
}

function cellsOf(handover: StoredHandover, language: Language, timeZone: string): readonly Cell[] {
  return [
    timeCell(handover.handedOverAtMs, timeZone),
    ...[handover.campaignName, handover.listName],
    leadName({ ...handover, reference: handover.leadReference }),
    ...[handover.leadReference, handover.agentName, handover.points, handover.stageLabel],
    states[handover.state][language],
    ...[handover.reason, handover.comment, timeCell(handover.judgedAtMs, timeZone), handover.judgedByName],
  ];
}
