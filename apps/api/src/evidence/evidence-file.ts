import { placeOf } from '@alize/compliance';
import { type Db, type EvidenceRow, evidenceRows, type Period } from '@alize/db';
import type { ClientId } from '@alize/model';
import { type Cell, timeCell } from '../tables/table-file.ts';
import { maskNumber } from './mask-number.ts';

const pageRows = 500;

export const evidenceHeadings = {
  fr: [
    'Instant (UTC)',
    'Heure locale de la personne',
    'Fuseau',
    'Campagne',
    'Décision',
    'Règles qui refusent',
    'Références',
    'Pas avant (UTC)',
    'Version des règles',
    'Version des fuseaux',
    'Numéro présenté',
    'Mode',
    'Numéro appelé',
    'Résultat réseau',
    'N° de décision',
    'Rang dans la chaîne',
    'SHA-256',
  ],
  en: [
    'Instant (UTC)',
    'The person’s local time',
    'Zone',
    'Campaign',
    'Decision',
    'Refusing rules',
    'Citations',
    'Not before (UTC)',
    'Pack version',
    'Time-zone data',
    'Caller ID',
    'Mode',
    'Number called',
    'Network result',
    'Ruling',
    'Place in the chain',
    'SHA-256',
  ],
} as const;

/** A month's calls and refusals, one row each, oldest first, page by page. Numbers are masked unless asked for whole. */
export async function* evidencePages(
  db: Db,
  clientId: ClientId,
  asked: Period & { readonly numbers: 'masked' | 'full' },
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const { fromMs, toMs, numbers } = asked;
  let after: EvidenceRow | null = null;
  for (;;) {
    const rows: readonly EvidenceRow[] = await evidenceRows(db, clientId, {
      ...{ fromMs, toMs, after, limit: pageRows },
    });
    after = rows.at(-1) ?? null;
    if (!after) return;
    yield rows.map((row) => cellsOf(row, numbers));
  }
}

function cellsOf(row: EvidenceRow, numbers: 'masked' | 'full'): readonly Cell[] {
  const { zones } = placeOf(row.phoneNumber, row.place ?? undefined);
  const [zone] = zones;
  return [
    timeCell(row.atMs, 'UTC'),
    zone ? timeCell(row.atMs, zone) : null,
    zones.join(' '),
    row.campaignName,
    row.kind,
    row.refusing.map(({ rule }) => rule).join(' '),
    row.refusing.map(({ citation }) => citation).join(' | '),
    timeCell(row.untilMs, 'UTC'),
    row.packVersion,
    row.zoneDataVersion,
    row.callerId,
    row.mode,
    numbers === 'full' ? row.phoneNumber : maskNumber(row.phoneNumber),
    row.networkResult,
    row.id,
    row.numberInChain,
    row.sha256,
  ];
}
