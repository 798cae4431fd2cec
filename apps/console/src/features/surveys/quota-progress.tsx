import type { CampaignId } from '@alize/model';
import { Alert, Card, Group, Progress, SegmentedControl, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatNumber } from '../../shared/format.ts';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Quotas } from './contract.ts';
import classes from './quota-progress.module.css';
import { type CellView, cellViews, isShown, type StandingCell, standingCells } from './quota-standing.ts';
import { quotasQuery, useLiveQuotas } from './survey-queries.ts';

/** How full each cell is, and where leads run out; live. */
export function QuotaProgress({ campaignId }: { campaignId: CampaignId }) {
  const quotas = useQuery(quotasQuery(campaignId));
  useLiveQuotas(campaignId);
  if (quotas.isError) return <ErrorSentence error={quotas.error} onRetry={() => void quotas.refetch()} />;
  if (quotas.isPending) return <Skeleton height={320} aria-hidden />;
  return <Cells quotas={quotas.data} />;
}

function Cells({ quotas }: { quotas: Quotas }) {
  const { t } = useTranslation('surveys');
  const [view, setView] = useState<CellView>('all');
  const cells = standingCells(quotas);
  const shown = cells.filter((cell) => isShown(cell, view));
  return (
    <Stack>
      <Sorting sorting={quotas.sorting} />
      <Summary quotas={quotas} cells={cells} />
      <Warnings quotas={quotas} shortCount={cells.filter(({ short }) => short > 0).length} />
      <Card withBorder>
        <Group justify="space-between" mb="sm">
          <Text fw={650} component="h2" m={0}>
            {t('quotas.progress')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('quotas.show')}
            value={view}
            onChange={(value) => setView(cellViews.find((one) => one === value) ?? 'all')}
            data={cellViews.map((value) => ({ value, label: t(`quotas.view.${value}`) }))}
          />
        </Group>
        {shown.length === 0 ? <Text c="dimmed">{t('quotas.none')}</Text> : <CellTable cells={shown} />}
        <Others quotas={quotas} />
      </Card>
    </Stack>
  );
}

function Sorting({ sorting }: { sorting: Quotas['sorting'] }) {
  const { t } = useTranslation('surveys');
  if (!sorting) return null;
  const { leadsDone, leadsAll } = sorting;
  return (
    <Alert color="blue" role="status">
      {t('quotas.sorting', { done: leadsDone, all: leadsAll })}
      <Progress
        mt="xs"
        value={(leadsDone / Math.max(1, leadsAll)) * 100}
        aria-label={t('quotas.sortingLabel')}
      />
    </Alert>
  );
}

function Summary({ quotas, cells }: { quotas: Quotas; cells: readonly StandingCell[] }) {
  const { t, i18n } = useTranslation('surveys');
  const full = cells.filter(({ isFull }) => isFull).length;
  const inCalls = cells.reduce((sum, cell) => sum + cell.inCalls, 0);
  const short = cells.filter((cell) => cell.short > 0).length;
  const count = (value: number) => formatNumber(value, i18n.language);
  const figures = [
    [t('quotas.done'), quotas.done, t('quotas.ofTarget', { count: quotas.target })],
    [t('quotas.cellsFull'), full, t('quotas.ofCells', { count: quotas.data.length })],
    [t('quotas.inCalls'), inCalls, t('quotas.inCallsHelp')],
    [t('quotas.short'), short, t('quotas.shortHelp')],
  ] as const;
  return (
    <Group component="dl" m={0} gap="12px 48px" align="flex-start">
      {figures.map(([word, figure, help], at) => (
        <Stack key={word} gap={0} style={{ flexDirection: 'column-reverse', justifyContent: 'flex-end' }}>
          <Text component="dt" size="sm" c="dimmed">
            {word} <br />
            {help}
          </Text>
          <Text
            component="dd"
            m={0}
            fz={32}
            lh={1.15}
            fw={700}
            className="figures"
            {...(at === 3 && figure > 0 && { c: 'var(--console-bad)' })}
          >
            {count(figure)}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}

function Warnings({ quotas, shortCount }: { quotas: Quotas; shortCount: number }) {
  const { t } = useTranslation('surveys');
  return (
    <>
      {shortCount > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('quotas.shortTitle', { count: shortCount })}
        >
          {t('quotas.shortText')}
        </Alert>
      )}
      {quotas.leadsOutside > 0 && (
        <Text size="sm">{t('quotas.outside', { count: quotas.leadsOutside })}</Text>
      )}
    </>
  );
}

function CellTable({ cells }: { cells: readonly StandingCell[] }) {
  const { t, i18n } = useTranslation('surveys');
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={6} aria-label={t('quotas.progress')} className="figures">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('quotas.cell')}</Table.Th>
            <Table.Th w="34%">{t('quotas.bar')}</Table.Th>
            <Table.Th ta="right">{t('quotas.count')}</Table.Th>
            <Table.Th ta="right">{t('quotas.inCalls')}</Table.Th>
            <Table.Th ta="right">{t('quotas.left')}</Table.Th>
            <Table.Th>{t('quotas.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.map((cell) => (
            <Table.Tr key={cell.key}>
              <Table.Th fw={500}>{cell.labels.join(' · ')}</Table.Th>
              <Table.Td>
                <CellBar cell={cell} />
              </Table.Td>
              <Table.Td ta="right">
                <b>{count(cell.done)}</b> / {count(cell.target)}
              </Table.Td>
              <Table.Td ta="right">{count(cell.inCalls)}</Table.Td>
              <Table.Td ta="right">
                {count(cell.leadsLeft)}
                {cell.leadsPossible > 0 && (
                  <Text size="xs" c="dimmed">
                    {t('quotas.possible', { count: cell.leadsPossible })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <Standing cell={cell} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Done of the target; beyond it, what is in calls now, hatched. */
function CellBar({ cell: { target, done, inCalls, isFull } }: { cell: StandingCell }) {
  const at = (value: number) => `${Math.min(100, (value / Math.max(1, target)) * 100)}%`;
  return (
    <div className={classes.track} data-full={isFull || undefined} aria-hidden>
      <div className={classes.calls} style={{ width: at(done + inCalls) }} />
      <div className={classes.done} style={{ width: at(done) }} />
    </div>
  );
}

function Standing({ cell }: { cell: StandingCell }) {
  const { t } = useTranslation('surveys');
  if (cell.isFull)
    return (
      <Chip color="teal" icon={<IconCheck size={12} aria-hidden />}>
        {t('quotas.full')}
      </Chip>
    );
  const { short } = cell;
  if (short === 0) return null;
  return (
    <Chip color="red" icon={<IconAlertTriangle size={12} aria-hidden />}>
      {t('quotas.shortOne', { count: short })}
    </Chip>
  );
}

/** Leads of which a call alone can tell the cell. */
function Others({ quotas }: { quotas: Quotas }) {
  const { t } = useTranslation('surveys');
  const leads = quotas.others.reduce((sum, { leadsLeft }) => sum + leadsLeft, 0);
  if (leads === 0) return null;
  return (
    <Text size="sm" c="dimmed" mt="sm">
      {t('quotas.others', { count: leads })}
    </Text>
  );
}
