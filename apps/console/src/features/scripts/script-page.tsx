import { isId, type ScriptId } from '@alize/model';
import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { scriptOf } from '../../shared/script/with-script.ts';
import { emptyScript } from './document/new-parts.ts';
import { ScriptEditor } from './editor/script-editor.tsx';
import { readDraft, scriptQuery } from './script-queries.ts';

const route = getRouteApi('/signed-in/scripts/$id');

export function ScriptPage() {
  const { id } = route.useParams();
  return isId('script', id) ? <KnownScript key={id} id={id} /> : <NotFoundPage />;
}

function KnownScript({ id }: { id: ScriptId }) {
  const script = useQuery(scriptQuery(id));
  // Read once a visit: from then on the page knows better than the server what the draft is.
  const draft = useQuery({
    queryKey: ['script-draft', id],
    queryFn: () => readDraft(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (script.isError) return <ErrorSentence error={script.error} onRetry={() => void script.refetch()} />;
  if (draft.isError) return <ErrorSentence error={draft.error} onRetry={() => void draft.refetch()} />;
  if (script.isPending || draft.isPending) return <Waiting />;
  const { value, etag } = draft.data;
  const newest = value.document ?? script.data.document;
  return (
    <ScriptEditor
      detail={script.data}
      document={newest === null ? emptyScript : scriptOf(newest)}
      first={{ etag, savedAtMs: value.document ? value.changedAtMs : null }}
    />
  );
}

function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton height={36} width={320} />
      <Skeleton height={40} />
      <Skeleton height={420} />
    </Stack>
  );
}
