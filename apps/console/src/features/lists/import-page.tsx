import { isId } from '@alize/model';
import { Anchor, Breadcrumbs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { campaignQuery } from '../../shared/trade/queries.ts';
import { FileChoice } from './file-choice.tsx';
import { ImportRun } from './import-run.tsx';
import { PreviewStep } from './preview-step.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/import');

/** From a file to leads: choose, check what its columns hold, import, read the report. */
export function ImportPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <Import campaignId={id} /> : <NotFoundPage />;
}

function Import({ campaignId }: { campaignId: Campaign['id'] }) {
  const { t } = useTranslation('lists');
  const { list } = route.useSearch();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const show = (listId: string | null) =>
    navigate({
      to: '/campaigns/$id/import',
      params: { id: campaignId },
      search: isId('list', listId) ? { list: listId } : {},
    });
  return (
    <>
      <PageTitle
        title={t('title')}
        description={
          <Breadcrumbs separator="›" fz="sm">
            <Anchor component={Link} to={`/campaigns/${campaignId}`} size="sm">
              {campaign?.name ?? '…'}
            </Anchor>
            <span>{t('title')}</span>
          </Breadcrumbs>
        }
      />
      {list && <ImportRun listId={list} campaignId={campaignId} onAnother={() => void show(null)} />}
      {!list && !file && <FileChoice onFile={setFile} />}
      {!list && file && (
        <PreviewStep
          campaignId={campaignId}
          file={file}
          onOther={() => setFile(null)}
          onImporting={(started) => {
            setFile(null);
            void show(started.id);
          }}
        />
      )}
    </>
  );
}
