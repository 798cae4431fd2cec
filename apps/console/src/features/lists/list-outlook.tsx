import { Card, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatNumber } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { BigFigures } from '../../shared/trade/big-figures.tsx';
import type { ImportReport } from '../../shared/trade/contract.ts';
import { RuleLink } from '../../shared/trade/rule-link.tsx';
import { StackedBar } from '../../shared/trade/stacked-bar.tsx';
import { StrengthChip } from '../../shared/trade/strength-chip.tsx';

type Outlook = NonNullable<ImportReport['outlook']>;

/** How many of a list's leads may be called, and which rule keeps the others until when. */
export function ListOutlook({ outlook }: { outlook: Outlook | null }) {
  const { t, i18n } = useTranslation('lists');
  const { timeZone } = useMe();
  if (!outlook) {
    return (
      <Card withBorder component="section" aria-label={t('outlook.title')}>
        <Text fw={650}>{t('outlook.title')}</Text>
        <Text size="sm" c="dimmed">
          {t('outlook.none')}
        </Text>
      </Card>
    );
  }
  const at = formatDateTime(outlook.judgedAtMs, i18n.language, timeZone);
  return (
    <Card withBorder component="section" aria-label={t('outlook.title')}>
      <Text fw={650}>{t('outlook.title')}</Text>
      <Text size="sm" c="dimmed" mb="md">
        {t('outlook.description', { at })}
      </Text>
      <Shares outlook={outlook} />
      {outlook.refusals.length > 0 && <Refusals outlook={outlook} />}
    </Card>
  );
}

const colors = { callable: 'teal.6', later: 'yellow.5', never: 'gray.5' } as const;

function Shares({ outlook: { callable, refusals } }: { outlook: Outlook }) {
  const { t } = useTranslation('lists');
  const never = sum(refusals.map((refusal) => refusal.never));
  const counts = { callable, later: sum(refusals.map(({ leads }) => leads)) - never, never };
  const parts = (['callable', 'later', 'never'] as const).map((key) => ({
    key,
    label: t(`outlook.${key}`),
    count: counts[key],
    color: colors[key],
  }));
  return (
    <Stack gap="sm">
      <BigFigures figures={parts} />
      <StackedBar label={t('outlook.title')} parts={parts} hasLegend={false} />
    </Stack>
  );
}

function Refusals({ outlook }: { outlook: Outlook }) {
  const { t, i18n } = useTranslation('lists');
  return (
    <Table mt="md" aria-label={t('outlook.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right">{t('outlook.leads')}</Table.Th>
          <Table.Th>{t('outlook.rule')}</Table.Th>
          <Table.Th>{t('outlook.when')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {outlook.refusals.map((refusal) => (
          <Table.Tr key={refusal.rule}>
            <Table.Td ta="right" className="figures" fw={650}>
              {formatNumber(refusal.leads, i18n.language)}
            </Table.Td>
            <Table.Td>
              <Text size="sm">{refusal.text}</Text>
              <Group gap="xs" mt={2}>
                <StrengthChip strength={refusal.strength} />
                <Text size="xs" c="dimmed">
                  {refusal.citation} · <RuleLink rule={refusal.rule} />
                </Text>
              </Group>
            </Table.Td>
            <Table.Td>
              <WhenCallable refusal={refusal} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function WhenCallable({ refusal }: { refusal: Outlook['refusals'][number] }) {
  const { t, i18n } = useTranslation('lists');
  const { timeZone } = useMe();
  const { leads, never, soonestMs, latestMs } = refusal;
  if (soonestMs === null || latestMs === null || never >= leads) return t('outlook.neverAll');
  const at = (ms: number) => formatDateTime(ms, i18n.language, timeZone);
  const span =
    soonestMs === latestMs
      ? t('outlook.from', { at: at(soonestMs) })
      : t('outlook.between', { from: at(soonestMs), to: at(latestMs) });
  return never > 0 ? `${span}, ${t('outlook.neverSome', { never })}` : span;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
