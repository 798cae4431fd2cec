import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatZone } from '../../../shared/format.ts';
import type { Campaign } from '../../../shared/trade/contract.ts';
import { ForecastBasis } from './forecast-basis.tsx';
import { ForecastChart } from './forecast-chart.tsx';
import type { ForecastForm } from './forecast-form.ts';
import type { ForecastAnswer } from './forecast-query.ts';
import { ResultTable } from './result-table.tsx';

/** What came of a simulation: figures side by side, the day as it goes, and what it all rests on. */
export function ForecastResults({
  answer,
  asked,
  campaign,
}: {
  answer: ForecastAnswer;
  /** The form as it was when it was sent. */
  asked: ForecastForm;
  campaign: Campaign;
}) {
  const { t } = useTranslation('campaignForecast');
  const { runs, runsAsked } = answer;
  return (
    <Stack>
      <Group align="baseline" gap="sm">
        <Title order={2} size="h4">
          {t('results')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('runs', { count: runs, zone: formatZone(answer.timeZone) })}{' '}
          {runs < runsAsked && t('fewer', { asked: runsAsked })} {t('spread')}
        </Text>
      </Group>
      <Card withBorder p={0}>
        <ResultTable answer={answer} asked={asked} campaign={campaign} />
      </Card>
      <Card withBorder>
        <ForecastChart answer={answer} />
      </Card>
      <ForecastBasis basis={answer.basis} />
    </Stack>
  );
}
