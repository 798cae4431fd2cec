import type { CampaignId, ImportId, UploadId } from '@alize/model';
import { Skeleton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import type { Import } from '../../shared/trade/contract.ts';
import { useImport } from '../../shared/trade/import-queries.ts';
import { ImportChecked } from './import-checked.tsx';
import { ImportEnded } from './import-ended.tsx';
import { ImportProgressCard } from './import-progress-card.tsx';

/** Where the person can go from an import. */
export interface ImportWays {
  /** Back to the settings of this file; null when it is no longer at hand. */
  readonly onSettings: (() => void) | null;
  readonly onAnother: () => void;
}

/** An import from its check to its end; the page can be left and opened again at any moment. */
export function ImportRun({
  id,
  campaignId,
  onUpload,
  onAnother,
}: {
  id: ImportId;
  campaignId: CampaignId;
  onUpload: (id: UploadId) => void;
  onAnother: () => void;
}) {
  const { data, isError, error, refetch, progress } = useImport(id);
  const uploadId = data?.uploadId ?? null;
  const ways = { onAnother, onSettings: uploadId && (() => onUpload(uploadId)) };
  const top = useTopOf(data?.state);
  if (isError) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={260} />;
  return (
    <div ref={top} style={{ scrollMarginTop: 120 }}>
      {isRunning(data) ? (
        <ImportProgressCard one={data} progress={progress} />
      ) : data.state === 'checked' ? (
        <ImportChecked one={data} {...ways} />
      ) : (
        <ImportEnded one={data} campaignId={campaignId} {...ways} />
      )}
    </div>
  );
}

const isRunning = ({ state }: Import) => ['checking', 'importing', 'cancelling', 'undoing'].includes(state);

/** Each step begins at its top, not where the one before was scrolled to. */
function useTopOf(state: string | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== undefined && before.current !== state) ref.current?.scrollIntoView();
    before.current = state;
  }, [state]);
  return ref;
}
