import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime, formatZone } from '../../shared/format.ts';
import { DateField, TimeField } from '../../shared/script/moment-fields.tsx';
import { nowMs } from '../../shared/server-clock.ts';
import { useMe } from '../../shared/session.tsx';
import { calleeZone, calleeZones, instantOf, type QuickChoice, quickTime } from './callee-zone.ts';

export interface Callback {
  readonly callbackAtMs: number;
  readonly isCallbackMine: boolean;
}

const quickChoices = [
  'inOneHour',
  'tomorrowMorning',
  'tomorrowAfternoon',
  'nextMonday',
] as const satisfies QuickChoice[];
const dayMs = 86_400_000;

/** When to call back, in the time of the person called, and who may do it. */
export function CallbackDialog(props: {
  phoneNumber: CurrentCall['lead']['phoneNumber'];
  isSending: boolean;
  error: unknown;
  onSubmit: (callback: Callback) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(['desk', 'shared']);
  const { timeZone } = useMe();
  const [zone, setZone] = useState(() => calleeZone(props.phoneNumber));
  const [at, setAt] = useState<{ date: string | null; time: string }>(() =>
    quickTime('tomorrowMorning', nowMs(), zone),
  );
  const [who, setWho] = useState<'mine' | 'anyone'>('mine');
  const instant = instantOf(at.date, at.time, zone);
  const problem = problemOf(instant);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (instant !== null && !problem)
      props.onSubmit({ callbackAtMs: instant, isCallbackMine: who === 'mine' });
  };
  return (
    <Modal opened onClose={props.onClose} title={t('callback.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('callback.intro')}
          </Text>
          <Group gap={6} role="group" aria-label={t('callback.quick')}>
            {quickChoices.map((choice, index) => (
              <Button
                key={choice}
                size="compact-sm"
                variant="light"
                {...(index === 0 && { 'data-autofocus': true })}
                onClick={() => setAt(quickTime(choice, nowMs(), zone))}
              >
                {t(`callback.${choice}`)}
              </Button>
            ))}
          </Group>
          <Group align="flex-start">
            <DateField
              label={t('callback.date')}
              value={at.date}
              onChange={(date) => setAt({ ...at, date })}
            />
            <TimeField
              label={t('callback.time')}
              value={at.time}
              onChange={(time) => setAt({ ...at, time })}
            />
          </Group>
          <Select
            label={t('callback.zone')}
            allowDeselect={false}
            data={calleeZones.map((value) => ({ value, label: formatZone(value) }))}
            value={zone}
            onChange={(value) => value !== null && setZone(value)}
          />
          <Text size="sm" role="status" c={problem ? 'var(--console-bad)' : 'dimmed'}>
            {problem && t(`callback.${problem}`)}
            {!problem &&
              instant !== null &&
              t('callback.yourTime', {
                at: formatDateTime(instant, i18n.language, timeZone),
                zone: formatZone(timeZone),
              })}
          </Text>
          <div>
            <Text size="sm" fw={500} mb={4} id="callback-who">
              {t('callback.who')}
            </Text>
            <SegmentedControl
              fullWidth
              aria-labelledby="callback-who"
              value={who}
              onChange={(value) => setWho(value === 'anyone' ? 'anyone' : 'mine')}
              data={[
                { value: 'mine', label: t('callback.mine') },
                { value: 'anyone', label: t('callback.anyone') },
              ]}
            />
          </div>
          {props.error != null && <ErrorSentence error={props.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={props.isSending} disabled={instant === null || problem !== null}>
              {t('callback.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The api takes instants to come, within 90 days. */
function problemOf(instant: number | null): 'past' | 'far' | null {
  if (instant === null) return null;
  const ahead = instant - nowMs();
  if (ahead <= 0) return 'past';
  return ahead > 90 * dayMs ? 'far' : null;
}
