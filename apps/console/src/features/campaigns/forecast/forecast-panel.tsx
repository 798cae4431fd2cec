import { Alert, Button, Card, Group, Loader, Stack, Switch, Text } from '@mantine/core';
import { IconChartHistogram, IconPlayerPlay, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../shared/empty-state.tsx';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { focusFirstFault } from '../../../shared/first-fault.ts';
import { formatDuration } from '../../../shared/format.ts';
import { dayOf } from '../../../shared/local-day.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import type { Campaign, Setup } from '../../../shared/trade/contract.ts';
import { DayField } from '../../../shared/trade/day-field.tsx';
import { useNow } from '../../../shared/use-now.ts';
import classes from './forecast.module.css';
import {
  type ForecastForm,
  firstForm,
  questionOf,
  variantErrors,
  variantsMax,
  withCopy,
  withDay,
} from './forecast-form.ts';
import { useForecast } from './forecast-query.ts';
import { ForecastResults } from './forecast-results.tsx';
import { VariantCard } from './variant-card.tsx';

/** What would come of it? Up to four ways to run the campaign, simulated side by side before one is chosen. */
export function ForecastPanel({ campaign, setup }: { campaign: Campaign; setup: Setup }) {
  const { t } = useTranslation(['campaignForecast', 'trade']);
  const [standard] = useState(() =>
    firstForm(campaign, setup, {
      asSet: t('first.asSet'),
      oneMore: t('first.oneMore'),
      ofMode: (mode) => t(`trade:dialMode.${mode}`),
    }),
  );
  const [form, setForm] = useState(standard);
  const [asked, setAsked] = useState<ForecastForm | null>(null);
  const [isChecked, setChecked] = useState(false);
  const forecast = useForecast(campaign.id);
  const isPast = form.day !== null;
  const hasErrors = form.variants.some((one) => Object.keys(variantErrors(one, isPast)).length > 0);
  const team = standard.variants[0]?.agents ?? {};

  const run = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (hasErrors) return focusFirstFault();
    if (forecast.isPending) return;
    setAsked(form);
    forecast.mutate(questionOf(form));
  };
  return (
    <Stack>
      <form onSubmit={run} noValidate>
        <Stack>
          <Text size="sm" c="dimmed" maw={760}>
            {t('intro')}
          </Text>
          <PastDay
            zone={campaign.schedule.zone}
            day={form.day}
            onChange={(day) => setForm(withDay(form, day, team))}
          />
          <div className={classes.variants}>
            {form.variants.map((variant, index) => (
              <VariantCard
                key={variant.key}
                variant={variant}
                number={index + 1}
                form={form}
                campaign={campaign}
                setup={setup}
                areErrorsShown={isChecked}
                onChange={(changed) =>
                  setForm({
                    ...form,
                    variants: form.variants.map((one) => (one === variant ? changed : one)),
                  })
                }
                onRemove={() =>
                  setForm({ ...form, variants: form.variants.filter((one) => one !== variant) })
                }
              />
            ))}
          </div>
          <Group>
            <Button
              type="submit"
              loading={forecast.isPending}
              leftSection={<IconPlayerPlay size={18} aria-hidden />}
            >
              {t('run')}
            </Button>
            <Button
              variant="default"
              disabled={form.variants.length >= variantsMax}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => setForm(withCopy(form, (name) => t('copyOf', { name })))}
            >
              {t('add')}
            </Button>
            {isChecked && hasErrors && (
              <Text size="sm" role="alert">
                {t('error.fix')}
              </Text>
            )}
          </Group>
        </Stack>
      </form>
      {forecast.isError && <ErrorSentence error={forecast.error} />}
      {forecast.isPending && <Waiting onCancel={forecast.cancel} sinceMs={forecast.submittedAt} />}
      {forecast.data && asked && (
        <>
          {form !== asked && (
            <Alert color="yellow" variant="light" py="xs" role="status">
              {t('changed')}
            </Alert>
          )}
          <ForecastResults answer={forecast.data} asked={asked} campaign={campaign} />
        </>
      )}
      {forecast.isIdle && (
        <Card withBorder>
          <EmptyState icon={IconChartHistogram} title={t('start')}>
            {t('startText')}
          </EmptyState>
        </Card>
      )}
    </Stack>
  );
}

/** Which day is run again, if one is; a day in the campaign's own zone. */
function PastDay({
  zone,
  day,
  onChange,
}: {
  zone: string;
  day: string | null;
  onChange: (day: string | null) => void;
}) {
  const { t } = useTranslation('campaignForecast');
  const yesterday = Temporal.PlainDate.from(dayOf(nowMs(), zone)).subtract({ days: 1 }).toString();
  return (
    <Group align="flex-end" mih={62} gap="lg">
      <Switch
        label={t('past')}
        description={t('pastHelp')}
        checked={day !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? yesterday : null)}
      />
      {day !== null && (
        <DayField
          label={t('day')}
          w={150}
          maxDate={yesterday}
          value={day}
          onChange={(chosen) => chosen && onChange(chosen)}
        />
      )}
    </Group>
  );
}

/** A simulation takes seconds; how many is shown, and it can be given up. */
function Waiting({ sinceMs, onCancel }: { sinceMs: number; onCancel: () => void }) {
  const { t } = useTranslation('campaignForecast');
  const now = useNow();
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Group role="status">
          <Loader size="sm" aria-hidden />
          <Text>{t('running')}</Text>
        </Group>
        <Group>
          <Text size="sm" c="dimmed" className="figures" aria-hidden>
            {t('runningFor', { length: formatDuration(now - sinceMs) })}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </Group>
      </Group>
    </Card>
  );
}
