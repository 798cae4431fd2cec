import type { CampaignId } from '@alize/model';
import { Card, Group, SegmentedControl, Select, Skeleton, Stack, Text } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import type { CrossTable, TableVariable } from './contract.ts';
import { readCross } from './cross-sentence.ts';
import { CrossTableView } from './cross-table-view.tsx';
import { tableQuery, variablesQuery } from './survey-queries.ts';
import { type Percentage, percentages, readSurveySearch } from './survey-search.ts';

const route = getRouteApi('/signed-in/campaigns/$id/survey');

/** Two variables against one another. */
export function CrossPanel({ campaignId }: { campaignId: CampaignId }) {
  const { t } = useTranslation('surveys');
  const { row, column, isWeighted = false, of = 'column' } = route.useSearch();
  const variables = useQuery(variablesQuery(campaignId));
  if (variables.isError)
    return <ErrorSentence error={variables.error} onRetry={() => void variables.refetch()} />;
  if (variables.isPending) return <Skeleton height={240} aria-hidden />;
  return (
    <Card withBorder>
      <Stack>
        <Selection variables={variables.data} />
        {row && column ? (
          <Table campaignId={campaignId} table={{ row, column, isWeighted }} of={of} />
        ) : (
          <EmptyState icon={IconTable} title={t('cross.empty')}>
            {t('cross.emptyText')}
          </EmptyState>
        )}
      </Stack>
    </Card>
  );
}

function Selection({ variables }: { variables: readonly TableVariable[] }) {
  const { t } = useTranslation('surveys');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Record<string, unknown>) =>
    void navigate({ search: (old) => readSurveySearch({ ...old, ...part }), replace: true });
  const kinds = ['question', 'dimension', 'paradata'] as const;
  const data = kinds.flatMap((kind) => {
    const items = variables
      .filter((variable) => variable.kind === kind)
      .map(({ id, label }) => ({ value: id, label }));
    return items.length > 0 ? [{ group: t(`cross.kind.${kind}`), items }] : [];
  });
  return (
    <Group align="flex-end">
      {(['row', 'column'] as const).map((side) => (
        <Select
          key={side}
          label={t(`cross.${side}`)}
          placeholder={t('cross.choose')}
          w={300}
          searchable
          data={data}
          value={search[side] ?? null}
          onChange={(value) => change({ [side]: value ?? undefined })}
        />
      ))}
      <Stack gap={4}>
        <Text size="sm" fw={600} aria-hidden>
          {t('cross.of')}
        </Text>
        <SegmentedControl
          aria-label={t('cross.of')}
          value={search.of ?? 'column'}
          onChange={(of) => change({ of })}
          data={percentages.map((value) => ({ value, label: t(`cross.by.${value}`) }))}
        />
      </Stack>
    </Group>
  );
}

function Table({
  campaignId,
  table,
  of,
}: {
  campaignId: CampaignId;
  table: { row: string; column: string; isWeighted: boolean };
  of: Percentage;
}) {
  const { t } = useTranslation('surveys');
  const answer = useQuery(tableQuery(campaignId, table));
  if (answer.isError) return <ErrorSentence error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.isPending) return <Skeleton height={240} aria-hidden />;
  if (answer.data.base === 0) return <Text c="dimmed">{t('cross.nobody')}</Text>;
  return (
    <Stack gap="sm">
      <Reading table={answer.data} />
      <CrossTableView table={answer.data} of={of} />
    </Stack>
  );
}

/** What the table says, in a plain sentence, then in figures. */
function Reading({ table }: { table: CrossTable }) {
  const { t, i18n } = useTranslation('surveys');
  const { link } = readCross(table);
  const number = (value: number, digits: number) =>
    new Intl.NumberFormat(i18n.language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  const { chiSquare, row, column } = table;
  return (
    <div role="status">
      <Text fw={600}>{t(`cross.link.${link}`, { row: row.label, column: column.label })}</Text>
      <Text size="sm" c="dimmed" className="figures">
        {t('cross.interviews', { count: table.base })}
        {chiSquare &&
          ` · ${t('cross.figures', {
            value: number(chiSquare.value, 2),
            degrees: chiSquare.degrees,
            p: chiSquare.p < 0.001 ? `< ${number(0.001, 3)}` : `= ${number(chiSquare.p, 3)}`,
            v: number(chiSquare.cramersV, 2),
          })}`}
        {table.isWeighted && ` · ${t('cross.unweightedTest')}`}
      </Text>
    </div>
  );
}
