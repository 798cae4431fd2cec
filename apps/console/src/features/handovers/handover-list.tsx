import { type CampaignId, handoverStates } from '@alize/model';
import { Anchor, Button, Card, Group, Paper, Select, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconFilterOff, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { MoreButton } from '../../shared/more-button.tsx';
import { useMe } from '../../shared/session.tsx';
import { listsQuery, setupQuery } from '../../shared/trade/queries.ts';
import type { HandoverRow } from './contract.ts';
import { handoversQuery } from './handover-queries.ts';
import type { HandoverSearch } from './handover-search.ts';
import { HandoverStateChip } from './handover-state-chip.tsx';

type Change = { readonly [Name in keyof HandoverSearch]?: unknown };

/** Leads handed over, newest first, with what the client made of them. */
export function HandoverList({
  campaignId,
  search,
  onChange,
  whenEmpty,
}: {
  campaignId: CampaignId;
  search: HandoverSearch;
  onChange: (change: Change) => void;
  /** In place of the list while there is nothing in it. */
  whenEmpty: ReactNode;
}) {
  const { t } = useTranslation('handovers');
  const pages = useInfiniteQuery(handoversQuery(campaignId, search));
  const rows = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const isFiltered = Boolean(search.state || search.agent || search.list);
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={320} aria-hidden />;
  if (rows.length === 0 && !isFiltered && whenEmpty) return whenEmpty;
  return (
    <Stack gap="sm">
      <Filters campaignId={campaignId} search={search} isFiltered={isFiltered} onChange={onChange} />
      {rows.length === 0 ? (
        <Card withBorder>
          <EmptyState icon={IconSend} title={t(isFiltered ? 'nothing' : 'empty')}>
            {t(isFiltered ? 'nothingText' : 'emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Rows rows={rows} onOpen={(handover) => onChange({ handover })} />
          <Text size="sm" c="dimmed" role="status">
            {t('shown', { count: rows.length })}
          </Text>
          <MoreButton pages={pages}>{t('more')}</MoreButton>
        </>
      )}
    </Stack>
  );
}

function Filters({
  campaignId,
  search,
  isFiltered,
  onChange,
}: {
  campaignId: CampaignId;
  search: HandoverSearch;
  isFiltered: boolean;
  onChange: (change: Change) => void;
}) {
  const { t } = useTranslation('handovers');
  const { data: setup } = useQuery(setupQuery);
  const { data: lists = [] } = useQuery(listsQuery(campaignId));
  const choices = {
    state: handoverStates.map((value) => ({ value, label: t(`state.${value}`) })),
    agent: (setup?.agents ?? []).map(({ id, name }) => ({ value: id, label: name })),
    list: lists.map(({ id, name }) => ({ value: id, label: name })),
  } as const;
  return (
    <Paper withBorder p="sm" role="search" aria-label={t('filter.label')}>
      <Group gap="sm" align="flex-end">
        {(['state', 'agent', 'list'] as const).map((name) => (
          <Select
            key={name}
            w={200}
            label={t(`filter.${name}`)}
            placeholder={t('filter.all')}
            clearable
            searchable={choices[name].length > 8}
            data={choices[name]}
            value={search[name] ?? null}
            onChange={(value) => onChange({ [name]: value ?? undefined })}
          />
        ))}
        {isFiltered && (
          <Button
            variant="subtle"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange({ state: undefined, agent: undefined, list: undefined })}
          >
            {t('filter.clear')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

function Rows({ rows, onOpen }: { rows: readonly HandoverRow[]; onOpen: (id: HandoverRow['id']) => void }) {
  const { t, i18n } = useTranslation('handovers');
  const { timeZone } = useMe();
  const headings = ['at', 'lead', 'score', 'agent', 'list', 'state', 'verdict'] as const;
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={860}>
        <Table aria-label={t('view.list')} verticalSpacing={7} fz={13.5} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {headings.map((heading) => (
                <Table.Th key={heading}>{t(`column.${heading}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {formatDateTime(row.handedOverAtMs, i18n.language, timeZone)}
                </Table.Td>
                <Table.Td>
                  <Anchor
                    component="button"
                    type="button"
                    fz="inherit"
                    fw={600}
                    ta="left"
                    aria-label={t('open', { name: row.leadName || t('noName') })}
                    onClick={() => onOpen(row.id)}
                  >
                    {row.leadName || t('noName')}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {row.leadReference}
                  </Text>
                </Table.Td>
                <Table.Td className="figures">
                  {row.points === null ? '–' : t('points', { count: row.points })}
                  {row.stageLabel && (
                    <Text size="xs" c="dimmed">
                      {row.stageLabel}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{row.agentName ?? '–'}</Table.Td>
                <Table.Td>{row.listName}</Table.Td>
                <Table.Td>
                  <HandoverStateChip state={row.state} />
                </Table.Td>
                <Table.Td>
                  <Text fz="inherit" lineClamp={2} maw={240}>
                    {row.reason}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
