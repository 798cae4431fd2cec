import { Button, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatDate, formatNumber } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { Chip } from '../../../shared/trade/chip.tsx';
import { RuleLink } from '../../../shared/trade/rule-link.tsx';
import { ConsultDialog } from './consult-dialog.tsx';
import { type Register, registersQuery } from './register-queries.ts';

/** The registers of objection, how old our answer of each is and how long it is good for. */
export function RegistersSection() {
  const { t } = useTranslation('registers');
  const registers = useQuery(registersQuery);
  const [consulted, setConsulted] = useState<Register | null>(null);
  // Those that a rule asks for come first.
  const rows = registers.data?.toSorted((a, b) => Number(b.rules.length > 0) - Number(a.rules.length > 0));
  return (
    <Stack gap="sm" component="section">
      <div>
        <Title order={2} size="h4">
          {t('title')}
        </Title>
        <Text c="dimmed" size="sm" maw={720}>
          {t('description')}
        </Text>
      </div>
      {registers.isError && (
        <ErrorSentence error={registers.error} onRetry={() => void registers.refetch()} />
      )}
      {registers.isPending && <Skeleton height={280} />}
      {rows && <RegisterTable rows={rows} onConsult={setConsulted} />}
      {consulted && <ConsultDialog register={consulted} onClose={() => setConsulted(null)} />}
    </Stack>
  );
}

function RegisterTable({
  rows,
  onConsult,
}: {
  rows: readonly Register[];
  onConsult: (register: Register) => void;
}) {
  const { t, i18n } = useTranslation('registers');
  const { role } = useMe();
  const mayConsult = role === 'administrator';
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={940} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={t('title')} horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('column.register')}</Table.Th>
              <Table.Th>{t('column.checked')}</Table.Th>
              <Table.Th>{t('column.goodFor')}</Table.Th>
              <Table.Th ta="right">{t('column.numbers')}</Table.Th>
              <Table.Th>{t('column.rules')}</Table.Th>
              {mayConsult && <Table.Th ta="right">{t('column.actions')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((register) => (
              <Table.Tr key={register.id}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {t(`register.${register.id}`)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t(`about.${register.id}`)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <CheckedCell register={register} />
                </Table.Td>
                <Table.Td>
                  {register.goodForDays === null ? '–' : t('days', { count: register.goodForDays })}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {formatNumber(register.numbersCount, i18n.language)}
                </Table.Td>
                <Table.Td>
                  <RulesCell rules={register.rules} />
                </Table.Td>
                {mayConsult && (
                  <Table.Td ta="right">
                    <Button
                      size="compact-sm"
                      variant="light"
                      leftSection={<IconUpload size={14} aria-hidden />}
                      aria-label={t('consultOf', { register: t(`register.${register.id}`) })}
                      onClick={() => onConsult(register)}
                    >
                      {t('consult')}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function CheckedCell({ register }: { register: Register }) {
  const { t, i18n } = useTranslation('registers');
  const { timeZone } = useMe();
  const { checkedAtMs, ageDays, isCurrent, source, createdBy, rules } = register;
  const told = [source, createdBy].filter((each) => each !== null).join(', ');
  return (
    <Stack gap={2} align="flex-start">
      {checkedAtMs !== null && ageDays !== null && (
        <Text size="sm">
          {formatDate(checkedAtMs, i18n.language, timeZone)} (
          {ageDays === 0 ? t('today') : t('age', { count: ageDays })})
        </Text>
      )}
      {told !== '' && (
        <Text size="xs" c="dimmed">
          {told}
        </Text>
      )}
      {rules.length > 0 && !isCurrent && (
        <Chip color="red" icon={<IconAlertTriangle size={14} aria-hidden />}>
          {t(checkedAtMs === null ? 'never' : 'tooOld')}
        </Chip>
      )}
      {rules.length > 0 && isCurrent && (
        <Chip color="teal" icon={<IconCheck size={14} aria-hidden />}>
          {t('current')}
        </Chip>
      )}
      {rules.length === 0 && checkedAtMs === null && (
        <Text size="sm" c="dimmed">
          {t('never')}
        </Text>
      )}
    </Stack>
  );
}

function RulesCell({ rules }: { rules: readonly string[] }) {
  const { t } = useTranslation('registers');
  if (rules.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('notAsked')}
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {rules.map((rule) => (
        <RuleLink key={rule} rule={rule} />
      ))}
    </Group>
  );
}
