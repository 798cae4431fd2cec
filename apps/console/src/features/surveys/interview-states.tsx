import { interviewStates } from '@alize/model';
import { Card, Group, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber, formatShare } from '../../shared/format.ts';
import { StackedBar } from '../../shared/trade/stacked-bar.tsx';
import type { Report } from './contract.ts';

const colors = {
  complete: 'teal.6',
  started: 'blue.4',
  screened_out: 'gray.5',
  quota_full: 'yellow.5',
  break_off: 'orange.5',
  refusal: 'red.5',
} as const;
const inOrder = ['complete', 'started', 'screened_out', 'quota_full', 'break_off', 'refusal'] as const;

/** How the interviews stand, and the rates by which surveys are compared. */
export function InterviewStates({ report }: { report: Report }) {
  const { t, i18n } = useTranslation('surveys');
  const all = interviewStates.reduce((sum, state) => sum + report.interviews[state], 0);
  const count = (value: number) => formatNumber(value, i18n.language);
  return (
    <Card withBorder component="section" aria-label={t('report.interviews')}>
      <Group justify="space-between" align="baseline" mb="sm">
        <Text fw={650} component="h2" m={0}>
          {t('report.interviewsCount', { count: all })}
        </Text>
        <Text size="sm" c="dimmed" className="figures">
          {t('report.channels', { phone: count(report.channels.phone), web: count(report.channels.web) })}
          {report.medianMs !== null &&
            ` · ${t('report.median', { duration: formatDuration(report.medianMs) })}`}
        </Text>
      </Group>
      <StackedBar
        label={t('report.interviews')}
        parts={inOrder.map((state) => ({
          key: state,
          label: t(`report.state.${state}`),
          count: report.interviews[state],
          color: colors[state],
        }))}
      />
      <Group component="dl" m={0} mt="md" gap="8px 40px">
        {rates.map((rate) => (
          <Rate key={rate} rate={rate} value={report.response[rate]} />
        ))}
      </Group>
    </Card>
  );
}

const rates = ['RR1', 'RR2', 'COOP1', 'REF1', 'CON1'] as const;

/** A rate with its definition, on hover and on focus. */
function Rate({ rate, value }: { rate: (typeof rates)[number]; value: number | null }) {
  const { t, i18n } = useTranslation('surveys');
  return (
    <Stack gap={0} style={{ flexDirection: 'column-reverse' }}>
      <Text component="dt" size="sm" c="dimmed">
        <Tooltip
          label={t(`report.definition.${rate}`)}
          multiline
          w={360}
          events={{ hover: true, focus: true, touch: true }}
        >
          <UnstyledButton fz="sm" c="dimmed">
            {t(`report.rate.${rate}`)} <IconInfoCircle size={13} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Text>
      <Text component="dd" m={0} fz={22} fw={650} lh={1.2} className="figures">
        {value === null ? '–' : formatShare(value, i18n.language)}
      </Text>
    </Stack>
  );
}
