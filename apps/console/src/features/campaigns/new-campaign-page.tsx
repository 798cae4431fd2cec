import { Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { PageTitle } from '../../shared/page-title.tsx';
import { setupQuery } from '../../shared/trade/queries.ts';
import { CampaignEditor } from './campaign-editor.tsx';

export function NewCampaignPage() {
  const { t } = useTranslation('campaigns');
  const setup = useQuery(setupQuery);
  const navigate = useNavigate();
  return (
    <>
      <PageTitle title={t('editor.newTitle')} />
      {setup.isError && <ErrorSentence error={setup.error} onRetry={() => void setup.refetch()} />}
      {setup.isPending && <Skeleton height={420} />}
      {setup.data && (
        <CampaignEditor
          campaign={null}
          setup={setup.data}
          wish={{}}
          onSaved={({ id }) => {
            notifications.show({ color: 'teal', message: t('editor.created') });
            void navigate({ to: `/campaigns/${id}/import`, ignoreBlocker: true });
          }}
        />
      )}
    </>
  );
}
