import { Alert, Card, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../../../shared/format.ts';
import { Chip } from '../../../shared/trade/chip.tsx';
import { RuleLink } from '../../../shared/trade/rule-link.tsx';
import { ChainWords } from './chain-words.tsx';
import type { Evidence } from './evidence-queries.ts';

/** The month at a glance; the printed page has all of it. */
export function EvidenceSummary({ evidence }: { evidence: Evidence }) {
  const { t } = useTranslation('evidence');
  const { calls, consents, attemptsPerPerson: people } = evidence;
  const outside = evidence.outsideAttempts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack>
      {!evidence.isMonthOver && (
        <Alert color="blue" variant="light">
          {t('summary.monthOpen')}
        </Alert>
      )}
      {evidence.chain.kind === 'broken' && <ChainWords chain={evidence.chain} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Panel title={t('summary.calls')}>
          <Figures
            figures={[
              [t('summary.placed'), calls.placed],
              [t('summary.answered'), calls.answered],
              [t('summary.connected'), calls.connected],
              [t('summary.abandoned'), calls.abandoned],
              [t('summary.refused'), calls.refused],
            ]}
          />
        </Panel>
        <Panel title={t('summary.consents')}>
          <Figures
            figures={[
              [t('summary.given'), consents.given],
              [t('summary.withdrawn'), consents.withdrawn],
              [t('summary.orally'), consents.withdrawnOrally],
              [t('summary.suppressions'), evidence.suppressionsAdded],
              [t('summary.erasures'), evidence.erasures],
            ]}
          />
        </Panel>
        <Panel title={t('summary.people')}>
          <Figures
            figures={[
              ['1', people.one],
              ['2', people.two],
              ['3', people.three],
              ['4', people.four],
              [t('summary.more'), people.more],
            ]}
          />
          {people.more > 0 && (
            <Text size="sm" c="red" role="alert">
              {t('summary.tooMany')}
            </Text>
          )}
        </Panel>
        <Panel title={t('summary.rest')}>
          <Figures
            figures={[
              [t('summary.callerIds'), evidence.callerIds.length],
              [t('summary.settings'), evidence.ruleSettings.length],
              [t('summary.outside'), outside],
              [t('summary.versions'), evidence.versions.length],
            ]}
          />
        </Panel>
      </SimpleGrid>
      {evidence.refusals.length > 0 && <Refusals refusals={evidence.refusals} />}
      <Abandonment campaigns={evidence.campaigns} />
    </Stack>
  );
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Text fw={650} mb="sm">
        {title}
      </Text>
      {children}
    </Card>
  );
}

function Figures({ figures }: { figures: readonly (readonly [word: string, count: number])[] }) {
  const { i18n } = useTranslation();
  return (
    <Group component="dl" m={0} gap="lg">
      {figures.map(([word, count]) => (
        <Stack key={word} gap={0} style={{ flexDirection: 'column-reverse' }}>
          <Text component="dt" size="sm" c="dimmed">
            {word}
          </Text>
          <Text component="dd" m={0} fz={24} lh={1.2} fw={650} className="figures">
            {formatNumber(count, i18n.language)}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}

function Refusals({ refusals }: { refusals: Evidence['refusals'] }) {
  const { t, i18n } = useTranslation(['evidence', 'trade']);
  return (
    <Panel title={t('summary.refusals')}>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('summary.refusals')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.rule')}</Table.Th>
              <Table.Th>{t('column.says')}</Table.Th>
              <Table.Th>{t('column.citation')}</Table.Th>
              <Table.Th ta="right">{t('column.count')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {refusals.map(({ ruleId, text, citation, strength, count }) => (
              <Table.Tr key={ruleId}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <RuleLink rule={ruleId} />
                </Table.Td>
                <Table.Td>{text}</Table.Td>
                <Table.Td>
                  {citation} ({t(`trade:strength.${strength}`)})
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {formatNumber(count, i18n.language)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}

/** Only campaigns that a law counted abandoned calls of. */
function Abandonment({ campaigns }: { campaigns: Evidence['campaigns'] }) {
  const { t, i18n } = useTranslation('evidence');
  const rows = campaigns.flatMap(({ campaignId, name, abandonment }) =>
    abandonment.map((account) => ({ campaignId, name, ...account })),
  );
  if (rows.length === 0) return null;
  const share = (ratio: number | null) => (ratio === null ? '–' : formatShare(ratio, i18n.language));
  return (
    <Panel title={t('summary.abandonment')}>
      <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('summary.abandonment')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.campaign')}</Table.Th>
              <Table.Th>{t('column.rule')}</Table.Th>
              <Table.Th ta="right">{t('column.worst')}</Table.Th>
              <Table.Th ta="right">{t('column.limit')}</Table.Th>
              <Table.Th>{t('column.windows')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.campaignId} ${row.ruleId}`}>
                <Table.Td>{row.name}</Table.Td>
                <Table.Td>
                  <RuleLink rule={row.ruleId} />
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {share(row.worst.rate)} ({row.worst.numerator} / {row.worst.denominator})
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {share(row.limit)}
                </Table.Td>
                <Table.Td>
                  <Chip color={row.windowsOverLimit > 0 ? 'red' : 'teal'}>
                    {row.windowsOverLimit > 0
                      ? t('summary.over', { over: row.windowsOverLimit, windows: row.windows })
                      : t('summary.under')}
                  </Chip>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
