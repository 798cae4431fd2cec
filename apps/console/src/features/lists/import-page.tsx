import { type CampaignId, isId } from '@alize/model';
import { Anchor, Breadcrumbs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { importQuery } from '../../shared/trade/import-queries.ts';
import { campaignQuery } from '../../shared/trade/queries.ts';
import { FileStep } from './file-step.tsx';
import { ImportRun } from './import-run.tsx';
import type { ImportSearch } from './import-search.ts';
import { SettingsStep } from './settings-step.tsx';
import { type StepName, StepsLine } from './steps-line.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/import');

/** From a file to leads: send it, say what it holds, read what it would bring, store it. */
export function ImportPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <ImportInto campaignId={id} /> : <NotFoundPage />;
}

function ImportInto({ campaignId }: { campaignId: CampaignId }) {
  const { t } = useTranslation('lists');
  const search = route.useSearch();
  const navigate = useNavigate();
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const step = useStep(search);
  // A step's own address: a reload, or a link sent to a colleague, comes back to it.
  const go = (to: ImportSearch, ignoreBlocker = false) =>
    void navigate({ to: '/campaigns/$id/import', params: { id: campaignId }, search: to, ignoreBlocker });
  return (
    <>
      <PageTitle
        title={t('title')}
        description={
          <Breadcrumbs separator="›" fz="sm">
            <Anchor component={Link} to={`/campaigns/${campaignId}?tab=lists`} size="sm">
              {campaign?.name ?? '…'}
            </Anchor>
            <span>{t('title')}</span>
          </Breadcrumbs>
        }
      />
      <StepsLine now={step} />
      {search.import ? (
        <ImportRun
          key={search.import}
          id={search.import}
          campaignId={campaignId}
          onUpload={(upload) => go({ upload })}
          onAnother={() => go({})}
        />
      ) : search.upload ? (
        <SettingsStep
          key={search.upload}
          campaignId={campaignId}
          uploadId={search.upload}
          onOther={() => go({})}
          onChecking={(id) => go({ import: id })}
        />
      ) : (
        <FileStep into={search.into ?? null} onSent={(upload) => go({ upload }, true)} />
      )}
    </>
  );
}

function useStep(search: ImportSearch): StepName {
  const { data } = useQuery({
    ...importQuery(search.import ?? 'import_'),
    enabled: search.import !== undefined,
  });
  if (search.upload && !search.import) return 'settings';
  if (!search.import) return 'file';
  return data === undefined || ['checking', 'checked', 'refused'].includes(data.state) ? 'check' : 'import';
}
