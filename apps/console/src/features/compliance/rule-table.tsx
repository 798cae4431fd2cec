import { Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../shared/format.ts';
import { Chip } from '../../shared/trade/chip.tsx';
import { StrengthChip } from '../../shared/trade/strength-chip.tsx';
import type { DatedRule } from './compliance-queries.ts';
import { RuleScope } from './rule-scope.tsx';
import { RuleValue } from './rule-value.tsx';

/** The rules of a pack as its file has them: what is asked, of whom, from when to when, and where it stands written. */
export function RuleTable({ rules, on }: { rules: readonly DatedRule[]; on: string }) {
  const { t } = useTranslation('compliance');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={980}>
        <Table aria-label={t('tab.packs')} verticalSpacing="sm" horizontalSpacing="md" fz="sm" layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="36%">{t('packs.column.rule')}</Table.Th>
              <Table.Th w="26%">{t('packs.column.value')}</Table.Th>
              <Table.Th w="19%">{t('packs.column.scope')}</Table.Th>
              <Table.Th w="19%">{t('packs.column.source')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule) => (
              <Table.Tr
                key={`${rule.id} ${rule.validFrom} ${rule.purposes.join(' ')}`}
                style={{ verticalAlign: 'top' }}
              >
                <Table.Td>
                  <RuleHead rule={rule} />
                </Table.Td>
                <Table.Td>
                  <RuleValue rule={rule} />
                </Table.Td>
                <Table.Td>
                  <Dates rule={rule} on={on} />
                  <RuleScope rule={rule} />
                </Table.Td>
                <Table.Td>
                  <Source rule={rule} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** The text in the reader's language first, the other one below it. */
function RuleHead({ rule }: { rule: DatedRule }) {
  const { t, i18n } = useTranslation('compliance');
  const [own, other] = i18n.language === 'en' ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text size="sm" fw={650}>
          {rule.id}
        </Text>
        <StrengthChip strength={rule.strength} />
        {!rule.inForce && <Chip color="gray">{t('packs.notInForce')}</Chip>}
      </Group>
      <Text size="sm">{rule.text[own]}</Text>
      <Text size="xs" c="dimmed" lang={other}>
        {rule.text[other]}
      </Text>
    </Stack>
  );
}

function Dates({ rule, on }: { rule: DatedRule; on: string }) {
  const { t, i18n } = useTranslation('compliance');
  const shown = (day: string) => formatDate(Date.parse(day), i18n.language, 'UTC');
  const from = rule.validFrom && shown(rule.validFrom);
  // What is in force until a day is so for the last time on the day before.
  const to = rule.validTo && shown(Temporal.PlainDate.from(rule.validTo).subtract({ days: 1 }).toString());
  const isToCome = rule.validFrom !== null && rule.validFrom > on;
  const sentence = () => {
    if (from && to) return t('packs.fromTo', { from, to });
    if (to) return t('packs.until', { to });
    if (!from) return t('packs.always');
    return isToCome ? t('packs.fromFuture', { from }) : t('packs.from', { from });
  };
  return (
    <Text size="sm" fw={500}>
      {sentence()}
    </Text>
  );
}

const statusColors = { verified: 'teal', partly_verified: 'yellow', to_confirm: 'gray' } as const;

function Source({ rule: { citation, status } }: { rule: DatedRule }) {
  const { t } = useTranslation('compliance');
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">{citation}</Text>
      <Chip size="sm" color={statusColors[status]}>
        {t(`packs.status.${status}`)}
      </Chip>
    </Stack>
  );
}
