import { Alert, Box, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconBolt, IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../../shared/contract.ts';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatZone } from '../../../shared/format.ts';
import { nowMs } from '../../../shared/server-clock.ts';
import classes from './appointment.module.css';
import type { OfferedSlot } from './held-slot.ts';
import { commonZone, type SlotColumn, slotAfter, slotColumns, slotKey } from './slot-columns.ts';
import { clockTime, dayWords, slotWords } from './slot-words.ts';
import type { WantedSlot } from './use-hold.ts';
import { slotDaysCount, useSlots } from './use-slots.ts';

const dayMs = 86_400_000;

/**
 * The times on offer: the next one at once, then days as columns. Not the picker of forms (shared/booking): here a time
 * is held as soon as it is chosen, all days are in sight while one talks, and what others take is seen to go.
 */
export function SlotBoard(props: {
  call: CurrentCall;
  isSending: boolean;
  onTake: (slot: WantedSlot) => void;
}) {
  const { t } = useTranslation('desk');
  const [fromMs, setFromMs] = useState<number | null>(null);
  const move = (days: number) => {
    const next = (fromMs ?? nowMs()) + days * dayMs;
    setFromMs(next <= nowMs() ? null : next);
  };
  return (
    <Stack gap="xs">
      {/* Keyed, so that what is no longer shown is not taken for what somebody took. */}
      <Offers key={fromMs} {...props} fromMs={fromMs} />
      <Group justify="space-between">
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconChevronLeft size={16} aria-hidden />}
          disabled={fromMs === null}
          onClick={() => move(-slotDaysCount)}
        >
          {t('slot.earlier')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          rightSection={<IconChevronRight size={16} aria-hidden />}
          onClick={() => move(slotDaysCount)}
        >
          {t('slot.later')}
        </Button>
      </Group>
    </Stack>
  );
}

type ShownSlot = OfferedSlot & { readonly isTaken: boolean };

function Offers({
  call,
  fromMs,
  isSending,
  onTake,
}: {
  call: CurrentCall;
  fromMs: number | null;
  isSending: boolean;
  onTake: (slot: WantedSlot) => void;
}) {
  const { t, i18n } = useTranslation('desk');
  const { slots, theirZone, isPending, error, refetch } = useSlots(call.attemptId, fromMs);
  if (isPending) return <Skeleton height={170} aria-label={t('slot.loading')} />;
  if (error && slots.length === 0) return <ErrorSentence error={error} onRetry={() => void refetch()} />;
  const zone = commonZone(slots) ?? theirZone ?? 'Europe/Paris';
  const next = slots.find(({ isTaken }) => !isTaken);
  if (!next && slots.length === 0) {
    return (
      <Alert color="gray" variant="light" icon={<IconCalendarOff aria-hidden />}>
        {t('slot.none', { count: slotDaysCount })}
      </Alert>
    );
  }
  return (
    <>
      {next && fromMs === null && (
        <Button
          variant="light"
          justify="flex-start"
          h="auto"
          py={7}
          styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }}
          leftSection={<IconBolt size={18} aria-hidden />}
          loading={isSending}
          onClick={() => onTake({ startsAtMs: next.startsAtMs })}
        >
          {t('slot.next', { slot: slotWords({ ...next, timeZone: zone }, i18n.language) })}
        </Button>
      )}
      <Columns
        columns={slotColumns(slots, zone)}
        zone={zone}
        theirZone={theirZone ?? zone}
        isSending={isSending}
        onTake={onTake}
      />
    </>
  );
}

/** One stop of the Tab key; the arrows go from time to time, Enter holds one. */
function Columns({
  columns,
  zone,
  theirZone,
  isSending,
  onTake,
}: {
  columns: readonly SlotColumn<ShownSlot>[];
  zone: string;
  theirZone: string;
  isSending: boolean;
  onTake: (slot: WantedSlot) => void;
}) {
  const { t, i18n } = useTranslation('desk');
  const box = useRef<HTMLDivElement>(null);
  const all = columns.flatMap(({ slots }) => slots);
  const [active, setActive] = useState<string | null>(null);
  const stop = all.find((slot) => slotKey(slot) === active) ?? all[0];
  const hasTheirs = all.some(
    ({ startsAtMs }) =>
      clockTime(startsAtMs, i18n.language, zone) !== clockTime(startsAtMs, i18n.language, theirZone),
  );
  const isShared = new Set(all.map(({ calendarId }) => calendarId)).size > 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!stop) return;
    const next = slotAfter(columns, slotKey(stop), event.key);
    if (!next) return;
    event.preventDefault();
    setActive(slotKey(next));
    box.current?.querySelector<HTMLElement>(`[data-slot="${slotKey(next)}"]`)?.focus();
  };
  return (
    <>
      <Box
        className={classes.columns ?? ''}
        ref={box}
        role="group"
        aria-label={t('slot.times')}
        onKeyDown={onKeyDown}
      >
        {columns.map(({ day, slots }) => (
          <Box
            key={day}
            className={classes.column ?? ''}
            role="group"
            aria-label={dayWords(day, i18n.language)}
          >
            <div className={classes.day} aria-hidden>
              {dayWords(day, i18n.language)}
            </div>
            {slots.map((slot) => (
              <button
                type="button"
                key={slotKey(slot)}
                data-slot={slotKey(slot)}
                className={classes.slot}
                data-taken={slot.isTaken}
                title={slot.calendarName}
                aria-disabled={slot.isTaken || isSending}
                tabIndex={slot === stop ? 0 : -1}
                onFocus={() => setActive(slotKey(slot))}
                onClick={() => !slot.isTaken && !isSending && onTake({ startsAtMs: slot.startsAtMs })}
              >
                <span className="figures">{clockTime(slot.startsAtMs, i18n.language, zone)}</span>
                {hasTheirs && (
                  <small className="figures">
                    {t('slot.theirs', { time: clockTime(slot.startsAtMs, i18n.language, theirZone) })}
                  </small>
                )}
                {slot.isTaken ? (
                  <small>{t('slot.taken')}</small>
                ) : (
                  isShared && <small>{slot.calendarName}</small>
                )}
              </button>
            ))}
          </Box>
        ))}
      </Box>
      <Text size="xs" c="dimmed">
        {hasTheirs
          ? t('slot.twoZones', { zone: formatZone(zone), theirs: formatZone(theirZone) })
          : t('slot.oneZone', { zone: formatZone(zone) })}
      </Text>
      <span role="status" className="visually-hidden">
        {all.some(({ isTaken }) => isTaken) && t('slot.someTaken')}
      </span>
    </>
  );
}
