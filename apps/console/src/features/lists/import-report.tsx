import { Badge, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatZone } from '../../shared/format.ts';
import { BigFigures } from '../../shared/trade/big-figures.tsx';
import type { Import, ImportReport } from '../../shared/trade/contract.ts';
import { StackedBar } from '../../shared/trade/stacked-bar.tsx';
import { BadRows } from './bad-rows.tsx';
import { ListOutlook } from './list-outlook.tsx';

/** The whole report of an import: what a check found, or what was done. */
export function ImportReportView({
  one,
  title,
  children,
}: {
  one: Import;
  title: string;
  children?: ReactNode;
}) {
  const { report } = one;
  const isDone = one.state === 'imported';
  const Picture = isDone ? IconCircleCheck : IconListCheck;
  return (
    <Stack>
      <Card withBorder component="section" aria-label={title}>
        <Group gap="xs" mb="md" role="status">
          <Picture size={26} color="var(--mantine-color-teal-6)" aria-hidden />
          <Title order={2} size="h3">
            {title}
          </Title>
          <Text c="dimmed">
            {one.fileName} → {one.listName}
          </Text>
        </Group>
        {report && <Fates report={report} isDone={isDone} />}
        {children}
      </Card>
      {report && report.fates.refused > 0 && <BadRows one={one} report={report} />}
      {report && (
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          {leadsOf(report) > 0 && <Numbers report={report} />}
          <Duplicates report={report} />
        </SimpleGrid>
      )}
      {report && report.changes.length > 0 && <Changes report={report} />}
      {report && leadsOf(report) > 0 && <ListOutlook outlook={report.outlook} />}
    </Stack>
  );
}

/** Leads that are new, changed or moved by it. */
export function leadsOf({ fates }: ImportReport): number {
  return fates.added + fates.updated + fates.moved;
}

function Fates({ report: { rows, fates }, isDone }: { report: ImportReport; isDone: boolean }) {
  const { t } = useTranslation('lists');
  const tense = isDone ? 'done' : 'planned';
  const changed = fates.updated + fates.moved;
  const parts = [
    { key: 'added', label: t(`fates.${tense}.added`), count: fates.added, color: 'teal.6' },
    { key: 'changed', label: t(`fates.${tense}.changed`), count: changed, color: 'blue.6' },
    { key: 'skipped', label: t(`fates.${tense}.skipped`), count: fates.skipped, color: 'gray.5' },
    { key: 'refused', label: t(`fates.${tense}.refused`), count: fates.refused, color: 'red.7' },
  ];
  const moved = fates.moved > 0 ? { help: t('fates.moved', { count: fates.moved }) } : {};
  return (
    <Stack gap="md">
      <BigFigures
        figures={parts.map(({ key, label, count, color }) => ({
          label,
          count,
          color,
          isBad: key === 'refused',
          ...(key === 'changed' && moved),
        }))}
      />
      <StackedBar label={t('fates.label', { count: rows })} parts={parts} hasLegend={false} />
    </Stack>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Text fw={650}>{title}</Text>
      {help && (
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      )}
      <div style={{ marginTop: 8 }}>{children}</div>
    </Card>
  );
}

const lineColors = { mobile: 'teal.6', fixed: 'blue.6', voip: 'grape.6', unknown: 'gray.5' } as const;

/** Of which kind and from where the numbers are. */
function Numbers({ report }: { report: ImportReport }) {
  const { t, i18n } = useTranslation(['lists', 'trade']);
  const regions = new Intl.DisplayNames(i18n.language, { type: 'region', fallback: 'code' });
  const parts = (['mobile', 'fixed', 'voip', 'unknown'] as const)
    .map((key) => ({
      key,
      label: t(`trade:lineType.${key}`),
      count: report.lines[key] ?? 0,
      color: lineColors[key],
    }))
    .filter(({ count }) => count > 0);
  return (
    <Part title={t('numbers.title')} help={t('numbers.help', { count: report.phones })}>
      <StackedBar label={t('numbers.lines')} parts={parts} />
      <Table mt="sm" fz="sm" verticalSpacing={4} aria-label={t('numbers.territories')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('numbers.territory')}</Table.Th>
            <Table.Th ta="right">{t('numbers.leads')}</Table.Th>
            <Table.Th>{t('numbers.zones')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.territories.slice(0, 8).map(({ territory, leads, zones }) => (
            <Table.Tr key={territory}>
              <Table.Td>{/^[A-Z]{2}$/.test(territory) ? regions.of(territory) : territory}</Table.Td>
              <Table.Td ta="right" className="figures" fw={650}>
                {formatNumber(leads, i18n.language)}
              </Table.Td>
              <Table.Td c="dimmed">{zonesOf(zones)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.territories.length > 8 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('numbers.moreTerritories', { count: report.territories.length - 8 })}
        </Text>
      )}
    </Part>
  );
}

const zonesOf = (zones: readonly string[]) =>
  `${zones.slice(0, 4).map(formatZone).join(', ')}${zones.length > 4 ? '…' : ''}`;

/** Where the leads that rows repeat stand. */
function Duplicates({ report }: { report: ImportReport }) {
  const { t, i18n } = useTranslation('lists');
  const { duplicates, withConsent } = report;
  const rows = (['file', 'list', 'campaign', 'client'] as const).map(
    (key) => [key, t(`duplicates.where.${key}`), duplicates[key]] as const,
  );
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Stack>
      <Part title={t('duplicates.found')} help={t('duplicates.foundHelp')}>
        <Table variant="vertical" fz="sm" verticalSpacing={4}>
          <Table.Tbody>
            {rows.map(([key, word, value]) => (
              <Table.Tr key={key}>
                <Table.Th w="70%" fw={400}>
                  {word}
                </Table.Th>
                <Table.Td ta="right" className="figures" fw={value > 0 ? 650 : 400}>
                  {count(value)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Part>
      {leadsOf(report) > 0 && (
        <Part title={t('consent.count')}>
          <Text className="figures">
            {t('consent.counted', {
              count: withConsent,
              all: count(leadsOf(report)),
            })}
          </Text>
        </Part>
      )}
    </Stack>
  );
}

/** What reading changed, each with an example. */
function Changes({ report: { changes } }: { report: ImportReport }) {
  const { t, i18n } = useTranslation('lists');
  return (
    <Part title={t('changes.title')} help={t('changes.help')}>
      <Table fz="sm" verticalSpacing={5} aria-label={t('changes.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={90}>
              {t('changes.rows')}
            </Table.Th>
            <Table.Th>{t('changes.what')}</Table.Th>
            <Table.Th>{t('changes.example')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ change, rows, detail, example }) => (
            <Table.Tr key={change}>
              <Table.Td ta="right" className="figures" fw={650}>
                {formatNumber(rows, i18n.language)}
              </Table.Td>
              <Table.Td>{detail}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Badge variant="default" size="sm" tt="none" mr={6}>
                  {t('changes.line', { line: example.line })}
                </Badge>
                <Text span size="sm" c="dimmed" td="line-through">
                  {example.from}
                </Text>{' '}
                → {example.to || t('rows.nothing')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}
