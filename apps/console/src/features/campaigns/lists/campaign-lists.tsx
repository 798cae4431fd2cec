import { Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconFiles, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { useEventsOf } from '../../../shared/events.ts';
import type { Campaign } from '../../../shared/trade/contract.ts';
import { importsQuery } from '../../../shared/trade/import-queries.ts';
import { listsQuery } from '../../../shared/trade/queries.ts';
import { useRefresh } from '../../../shared/use-refresh.ts';
import { AddLeadDialog } from './add-lead-dialog.tsx';
import { ListCard } from './list-card.tsx';
import { ListMix } from './list-mix.tsx';
import { OpenImports } from './open-imports.tsx';

/** The lists of a campaign: what is in them, in which proportions they are called, where they came from. */
export function CampaignLists({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaignLists');
  const query = listsQuery(campaign.id);
  const lists = useQuery({ ...query, refetchOnMount: 'always' });
  const imports = useQuery({ ...importsQuery(campaign.id), refetchOnMount: 'always' });
  const refresh = useRefresh(query.queryKey, 1000);
  const refreshImports = useRefresh(importsQuery(campaign.id).queryKey, 1000);
  const [isAdding, adding] = useDisclosure(false);
  useEventsOf('list.changed', (event) => event.campaignId === campaign.id && refresh());
  useEventsOf('call.changed', (event) => event.campaignId === campaign.id && refresh());
  useEventsOf('import.changed', (event) => {
    if (event.campaignId !== campaign.id) return;
    refreshImports();
    if (event.phase === null) refresh();
  });
  if (lists.isError) return <ErrorSentence error={lists.error} onRetry={() => void lists.refetch()} />;
  if (lists.isPending) return <Skeleton height={200} />;
  const isEmpty = lists.data.length === 0;
  return (
    <Stack component="section" aria-label={t('title')}>
      <Group justify="space-between">
        <Text fw={650}>{t('title')}</Text>
        {!isEmpty && (
          <Group gap="xs">
            <Button
              component={Link}
              to={`/campaigns/${campaign.id}/leads`}
              variant="default"
              leftSection={<IconUsers size={18} aria-hidden />}
            >
              {t('leads')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={adding.open}
            >
              {t('addLead')}
            </Button>
            <ImportButton campaign={campaign} />
          </Group>
        )}
      </Group>
      <OpenImports imports={imports.data ?? []} />
      {isEmpty ? (
        <Card withBorder>
          <EmptyState
            icon={IconFiles}
            title={t('empty')}
            action={
              <Group mt="xs">
                <ImportButton campaign={campaign} />
                <Button variant="default" onClick={adding.open}>
                  {t('addLead')}
                </Button>
              </Group>
            }
          >
            {t('emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <>
          {lists.data.length > 1 && <ListMix lists={lists.data} />}
          {lists.data.map((list) => (
            <ListCard
              key={list.id}
              list={list}
              isOnly={lists.data.length === 1}
              imports={(imports.data ?? []).filter(({ listId }) => listId === list.id)}
            />
          ))}
        </>
      )}
      {isAdding && <AddLeadDialog campaignId={campaign.id} lists={lists.data} onClose={adding.close} />}
    </Stack>
  );
}

function ImportButton({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaignLists');
  return (
    <Button
      component={Link}
      to={`/campaigns/${campaign.id}/import`}
      leftSection={<IconFileImport size={18} aria-hidden />}
    >
      {t('import')}
    </Button>
  );
}
