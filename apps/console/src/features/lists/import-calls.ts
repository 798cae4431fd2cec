import type { ImportSettings, Mapping } from '@alize/leads';
import type { CampaignId, ImportId, TemplateId, UploadId } from '@alize/model';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../shared/api.ts';
import type { ImportDraft } from './draft.ts';

/** What the importer sees in a file, by these settings. */
export const inspectionQuery = (id: UploadId, read: ImportSettings['read'], mapping: Mapping | null) =>
  queryOptions({
    queryKey: ['uploads', id, 'inspection', read, mapping],
    queryFn: ({ signal }) =>
      ask(
        api.v1.uploads[':id'].preview.$post({ param: { id }, json: { read, mapping } }, { init: { signal } }),
      ),
    retry: false,
    gcTime: 60_000,
  });

/** Has the file checked; nothing is stored. */
export function startImport(campaignId: CampaignId, uploadId: UploadId, draft: ImportDraft) {
  const { listId, listName, settings, templateId } = draft;
  const into = listId === null ? { listName: listName.trim() } : { listId };
  return ask(
    api.v1.campaigns[':id'].imports.$post({
      param: { id: campaignId },
      json: { uploadId, ...into, settings, ...(templateId !== null && { templateId }) },
    }),
  );
}

/** What can be asked of an import. */
export type ImportVerb = 'commit' | 'cancel' | 'undo';

export const askOfImport = (id: ImportId, verb: ImportVerb) =>
  ask(api.v1.imports[':id'][verb].$post({ param: { id } }));

/** The rows that become no lead, page by page. */
export const rowErrorsQuery = (id: ImportId) =>
  infiniteQueryOptions({
    queryKey: ['imports', id, 'errors'],
    queryFn: ({ pageParam }) =>
      ask(
        api.v1.imports[':id'].errors.$get({
          param: { id },
          query: { limit: '100', ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: async () => (await ask(api.v1['mapping-templates'].$get())).data,
});

export const saveTemplate = (name: string, headings: readonly string[], settings: ImportSettings) =>
  ask(api.v1['mapping-templates'].$post({ json: { name, headings, settings } }));

export const deleteTemplate = (id: TemplateId) =>
  ask(api.v1['mapping-templates'][':id'].$delete({ param: { id } }));
