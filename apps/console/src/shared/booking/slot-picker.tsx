import { dateWords } from '@alize/model';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatZone } from '../format.ts';
import { type SlotDay, slotDays } from './slot-days.ts';
import classes from './slot-picker.module.css';

/** A time on offer; who would take it is said where there are several. */
export interface OfferedSlot {
  readonly calendarId: string;
  readonly calendarName: string;
  readonly startsAtMs: number;
}

/**
 * Free times: a day first, then an hour of it. For a form, where one is chosen and sent later; the agent's board
 * (features/desk/appointment/slot-board.tsx) holds a time at once, by one key, and shows those that others take.
 */
export function SlotPicker<S extends OfferedSlot>({
  slots,
  zone,
  chosen,
  onChoose,
}: {
  slots: readonly S[];
  /** In which the times are told. */
  zone: string;
  chosen: S | null;
  onChoose: (slot: S) => void;
}) {
  const { t } = useTranslation('booking');
  const days = slotDays(slots, zone);
  const [wanted, setWanted] = useState<string | null>(null);
  // Who takes a time is said of all of them, or of none.
  const isNamed = new Set(slots.map(({ calendarId }) => calendarId)).size > 1;
  const open = days.find(({ day }) => day === wanted) ?? days[0];
  if (!open) return <Text c="dimmed">{t('slots.none')}</Text>;
  return (
    <Stack gap="sm">
      <fieldset className={classes.days} aria-label={t('slots.days')}>
        {days.map((one) => (
          <DayButton key={one.day} day={one} isOpen={one === open} onClick={() => setWanted(one.day)} />
        ))}
      </fieldset>
      {(['morning', 'afternoon'] as const).map((half) => (
        <HalfDay
          key={half}
          half={half}
          slots={open[half]}
          zone={zone}
          isNamed={isNamed}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      <Text size="xs" c="dimmed">
        {t('slots.zone', { zone: formatZone(zone) })}
      </Text>
    </Stack>
  );
}

function DayButton<S>({ day, isOpen, onClick }: { day: SlotDay<S>; isOpen: boolean; onClick: () => void }) {
  const { t, i18n } = useTranslation('booking');
  const part = (options: Intl.DateTimeFormatOptions) =>
    dateWords(i18n.language, { ...options, timeZone: 'UTC' })(Date.parse(day.day));
  const count = day.morning.length + day.afternoon.length;
  return (
    <button type="button" className={classes.day} aria-pressed={isOpen} onClick={onClick}>
      <span className={classes.weekday}>{part({ weekday: 'short' })}</span>
      <span className={classes.date}>{part({ day: 'numeric', month: 'short' })}</span>
      <span className={classes.count}>{t('slots.count', { count })}</span>
    </button>
  );
}

function HalfDay<S extends OfferedSlot>({
  half,
  slots,
  zone,
  isNamed,
  chosen,
  onChoose,
}: {
  half: 'morning' | 'afternoon';
  slots: readonly S[];
  zone: string;
  isNamed: boolean;
  chosen: S | null;
  onChoose: (slot: S) => void;
}) {
  const { t, i18n } = useTranslation('booking');
  const clock = dateWords(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  if (slots.length === 0) return null;
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" role="group" aria-label={t(`slots.${half}`)}>
      <Text size="sm" c="dimmed" w={90} pt={6} style={{ flexShrink: 0 }} aria-hidden>
        {t(`slots.${half}`)}
      </Text>
      <Group gap="xs">
        {slots.map((slot) => {
          const isChosen = chosen?.startsAtMs === slot.startsAtMs && chosen.calendarId === slot.calendarId;
          return (
            <Button
              key={`${slot.startsAtMs} ${slot.calendarId}`}
              size="compact-md"
              className="figures"
              variant={isChosen ? 'filled' : 'default'}
              aria-pressed={isChosen}
              onClick={() => onChoose(slot)}
            >
              {clock(slot.startsAtMs)}
              {isNamed && (
                <Text span size="xs" ml={6} fw={400}>
                  {slot.calendarName}
                </Text>
              )}
            </Button>
          );
        })}
      </Group>
    </Group>
  );
}
