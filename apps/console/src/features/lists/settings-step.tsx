import type { Mapping } from '@alize/leads';
import type { CampaignId, ImportId, UploadId } from '@alize/model';
import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatBytes } from '../../shared/format.ts';
import type { Inspection } from '../../shared/trade/contract.ts';
import { CheckBar } from './check-bar.tsx';
import { ColumnsCard } from './columns-card.tsx';
import { ConsentQuestion } from './consent-question.tsx';
import { ConstantsCard } from './constants-card.tsx';
import { type ImportDraft, keepDraft, keptDraft, newDraft, withMapping, withReading } from './draft.ts';
import { DuplicatesCard } from './duplicates-card.tsx';
import { FileFault } from './file-fault.tsx';
import { inspectionQuery } from './import-calls.ts';
import { ReadingCard } from './reading-card.tsx';
import { StoredRows } from './stored-rows.tsx';
import { hasConsent } from './target.ts';
import { TemplatesBar } from './templates-bar.tsx';

interface StepProps {
  readonly campaignId: CampaignId;
  readonly uploadId: UploadId;
  readonly onOther: () => void;
  readonly onChecking: (id: ImportId) => void;
}

/** How a file that has arrived is read and what its columns hold; each change is seen at once. */
export function SettingsStep(props: StepProps) {
  const { uploadId } = props;
  const [kept] = useState(() => keptDraft(sessionStorage, uploadId));
  const upload = useQuery({
    queryKey: ['uploads', uploadId],
    queryFn: () => ask(api.v1.uploads[':id'].$get({ param: { id: uploadId } })),
    enabled: kept === null,
    retry: false,
  });
  if (kept) return <Settings {...props} first={kept} />;
  if (upload.isError) return <Unreadable error={upload.error} onOther={props.onOther} />;
  if (upload.isPending) return <Skeleton height={420} />;
  return <Settings {...props} first={newDraft(upload.data.fileName, null)} />;
}

function Settings({ campaignId, uploadId, onOther, onChecking, first }: StepProps & { first: ImportDraft }) {
  const { t } = useTranslation('lists');
  const [draft, setDraft] = useState(first);
  useEffect(() => keepDraft(sessionStorage, uploadId, draft), [uploadId, draft]);
  const [asked] = useDebouncedValue(draft.settings, 200);
  const inspection = useQuery({
    ...inspectionQuery(uploadId, asked.read, asked.mapping),
    placeholderData: keepPreviousData,
  });
  const found = inspection.data;
  const mapping = draft.settings.mapping ?? found?.mapping;
  const changeMapping = (changed: Mapping) => setDraft((old) => withMapping(old, changed));
  return (
    <Stack>
      <FileLine draft={draft} inspection={found} onOther={onOther} />
      <ReadingCard
        read={draft.settings.read}
        inspection={found}
        onChange={(change) => setDraft((old) => withReading(old, change))}
      />
      {inspection.isError && <FileFault error={inspection.error} onRetry={() => void inspection.refetch()} />}
      {inspection.isPending && <Skeleton height={420} aria-label={t('reading.busy')} />}
      {found && mapping && mapping.columns.length === found.headings.length && (
        <>
          <TemplatesBar draft={draft} headings={found.headings} mapping={mapping} onChange={setDraft} />
          <ColumnsCard inspection={found} mapping={mapping} onChange={changeMapping} />
          <StoredRows inspection={found} mapping={mapping} isStale={inspection.isFetching} />
          <ConstantsCard mapping={mapping} onChange={changeMapping} />
          <DuplicatesCard
            policy={draft.settings.duplicates}
            onChange={(duplicates) =>
              setDraft((old) => ({ ...old, settings: { ...old.settings, duplicates } }))
            }
          />
          {hasConsent(mapping) && (
            <ConsentQuestion
              campaignId={campaignId}
              mapping={mapping}
              areInformed={draft.settings.consentsAreInformed}
              onChange={(consentsAreInformed) =>
                setDraft((old) => ({ ...old, settings: { ...old.settings, consentsAreInformed } }))
              }
            />
          )}
          <CheckBar
            campaignId={campaignId}
            uploadId={uploadId}
            draft={draft}
            mapping={mapping}
            onChange={setDraft}
            onChecking={onChecking}
          />
        </>
      )}
    </Stack>
  );
}

function FileLine({
  draft,
  inspection,
  onOther,
}: {
  draft: ImportDraft;
  inspection: Inspection | undefined;
  onOther: () => void;
}) {
  const { t, i18n } = useTranslation('lists');
  return (
    <Group justify="space-between">
      <div>
        <Text fw={650}>{draft.fileName}</Text>
        {inspection && (
          <Text size="sm" c="dimmed" className="figures">
            {formatBytes(inspection.bytesAll, i18n.language)}
            {` · ${t('reading.rows', { count: inspection.rowsEstimate })}`}
            {` · ${t('reading.columns', { count: inspection.headings.length })}`}
          </Text>
        )}
      </div>
      <Button variant="default" onClick={onOther}>
        {t('reading.other')}
      </Button>
    </Group>
  );
}

function Unreadable({ error, onOther }: { error: unknown; onOther: () => void }) {
  const { t } = useTranslation('lists');
  return (
    <Stack align="flex-start">
      <ErrorSentence error={error} />
      <Button onClick={onOther}>{t('reading.other')}</Button>
    </Stack>
  );
}
