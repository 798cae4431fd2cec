import type { ScheduleWindow } from '@alize/model';
import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './schedule-editor.module.css';
import { cellMinutes, clockOf, days, isOpenAt, paint, shownHours } from './schedule-grid.ts';
import { useDayName } from './use-day-name.ts';

interface Drag {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly isOpen: boolean;
}

/** The week as a picture of half hours: painted by mouse, or walked with the arrows and toggled with space. */
export function WeekPicture({
  label,
  windows,
  day: chosenDay,
  onDay,
  onChange,
}: {
  label: string;
  windows: readonly ScheduleWindow[];
  day: number;
  onDay: (day: number) => void;
  onChange: (windows: readonly ScheduleWindow[]) => void;
}) {
  const { t } = useTranslation('schedule');
  const dayName = useDayName();
  const hours = shownHours(windows);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [focus, setFocus] = useState({ day: 1, minute: 600 });
  const root = useRef<HTMLTableElement>(null);
  const minutes = Array.from(
    { length: ((hours.to - hours.from) * 60) / cellMinutes },
    (_, cell) => hours.from * 60 + cell * cellMinutes,
  );

  const finish = () => {
    if (drag) onChange(paint(windows, drag.day, stretchOf(drag), drag.isOpen));
    setDrag(null);
  };
  const begin = (event: PointerEvent, day: number, minute: number) => {
    event.preventDefault();
    onDay(day);
    setFocus({ day, minute });
    setDrag({ day, start: minute, end: minute, isOpen: !isOpenAt(windows, day, minute) });
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-minute]');
    if (cell instanceof HTMLElement) setDrag({ ...drag, end: Number(cell.dataset.minute) });
  };
  const walk = (event: KeyboardEvent, day: number, minute: number) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      onDay(day);
      onChange(
        paint(windows, day, { from: minute, to: minute + cellMinutes }, !isOpenAt(windows, day, minute)),
      );
      return;
    }
    const [right, down] = steps[event.key] ?? [0, 0];
    if (right === 0 && down === 0) return;
    event.preventDefault();
    const next = {
      day: Math.min(7, Math.max(1, day + down)),
      minute: Math.min(minutes.at(-1) ?? 0, Math.max(minutes[0] ?? 0, minute + right * cellMinutes)),
    };
    setFocus(next);
    root.current
      ?.querySelector<HTMLElement>(`[data-day="${next.day}"][data-minute="${next.minute}"]`)
      ?.focus();
  };
  const wishOf = (day: number, minute: number) => {
    if (!drag || drag.day !== day) return undefined;
    const { from, to } = stretchOf(drag);
    return from <= minute && minute < to ? (drag.isOpen ? 'open' : 'closed') : undefined;
  };

  return (
    <table
      ref={root}
      className={classes.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is made of a table (ARIA APG)
      role="grid"
      aria-label={label}
      onPointerMove={move}
      onPointerUp={finish}
      onPointerLeave={finish}
    >
      <thead aria-hidden>
        <tr>
          <td />
          {minutes
            .filter((minute) => minute % 120 === 0)
            .map((minute) => (
              <td key={minute} colSpan={120 / cellMinutes} className={classes.hour}>
                {minute / 60}
              </td>
            ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day}>
            <th scope="row" className={classes.rowHead}>
              <UnstyledButton
                className={classes.day}
                w="100%"
                aria-pressed={day === chosenDay}
                onClick={() => onDay(day)}
              >
                {dayName(day)}
              </UnstyledButton>
            </th>
            {minutes.map((minute) => {
              const isOpen = isOpenAt(windows, day, minute);
              const label = { day: dayName(day), clock: clockOf(minute) };
              return (
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a td is a gridcell, which has it
                <td
                  key={minute}
                  className={classes.cell}
                  tabIndex={focus.day === day && focus.minute === minute ? 0 : -1}
                  aria-selected={isOpen}
                  aria-label={t(isOpen ? 'cellOpen' : 'cellClosed', label)}
                  data-day={day}
                  data-minute={minute}
                  data-open={isOpen}
                  data-hour={minute % 60 === 0}
                  data-wish={wishOf(day, minute)}
                  onPointerDown={(event) => begin(event, day, minute)}
                  onKeyDown={(event) => walk(event, day, minute)}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const steps: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [-48, 0],
  End: [48, 0],
};

const stretchOf = ({ start, end }: Drag) => ({
  from: Math.min(start, end),
  to: Math.max(start, end) + cellMinutes,
});
