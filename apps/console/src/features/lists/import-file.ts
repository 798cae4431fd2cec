import type { CampaignId, ListId } from '@alize/model';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import type { ColumnTarget, List, ListPreview } from '../../shared/trade/contract.ts';
import { headOf } from './file-head.ts';

/** What a column can hold, in the order of the choices. */
export const columnTargets = [
  'phoneNumber',
  'reference',
  'civility',
  'firstName',
  'lastName',
  'company',
  'email',
  'address',
  'postalCode',
  'city',
  'comment',
  'consentAt',
  'consentSource',
  'custom',
  'ignore',
] as const satisfies readonly ColumnTarget[];

/** What the importer sees in a file; by this mapping when one is given. */
export async function previewOf(file: File, mapping: readonly ColumnTarget[] | null): Promise<ListPreview> {
  const query = mapping ? { mapping: JSON.stringify(mapping) } : {};
  return ask(api.v1.lists.preview.$post({ query }, asFile(await headOf(file))));
}

export function importFile(
  campaignId: CampaignId,
  file: File,
  chosen: { name: string; mapping: readonly ColumnTarget[]; consentsAreInformed: boolean },
): Promise<List> {
  const query = {
    name: chosen.name,
    fileName: file.name.slice(-255),
    mapping: JSON.stringify(chosen.mapping),
    consentsAreInformed: chosen.consentsAreInformed ? ('true' as const) : ('false' as const),
  };
  return ask(api.v1.campaigns[':id'].lists.$post({ param: { id: campaignId }, query }, asFile(file)));
}

/** The rows that became no lead, page by page. */
export const errorsQuery = (id: ListId) =>
  infiniteQueryOptions({
    queryKey: ['lists', id, 'errors'],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.lists[':id'].errors.$get({
          param: { id },
          query: { limit: '200', ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** The body of these two requests is the file itself. */
const asFile = (body: Blob) => ({ init: { body }, headers: { 'content-type': 'application/octet-stream' } });
