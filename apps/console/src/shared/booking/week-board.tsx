import { type AppointmentId, type AppointmentState, dateWords } from '@alize/model';
import { useTranslation } from 'react-i18next';
import classes from './week-board.module.css';
import { daysFrom, inLanes, type Span, type Stretch, shownHours, stretchOn } from './week-layout.ts';

/** An appointment as the board draws it. */
export interface BoardAppointment extends Span {
  readonly id: AppointmentId;
  readonly state: AppointmentState;
  /** Of whom. */
  readonly name: string;
  /** With whom, where several calendars are drawn at once; else empty. */
  readonly calendarName: string;
}

export interface BoardWeek {
  /** The first of the seven days. */
  readonly first: string;
  readonly zone: string;
  /** Null where hours are not told: several calendars at once. */
  readonly open: readonly Span[] | null;
  readonly busy: readonly Span[];
  readonly appointments: readonly BoardAppointment[];
  /** What is kept free around each appointment. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  /** Why a day is off, by day. */
  readonly off: Readonly<Record<string, string>>;
}

/** One hour's height, in px; the style sheet draws its lines by it. */
const hourPx = 52;

/** A week as it will be: hours light, other engagements hatched, appointments with what is kept free around them. */
export function WeekBoard({
  label,
  week,
  nowMs,
  onOpen,
}: {
  label: string;
  week: BoardWeek;
  nowMs: number;
  onOpen: (id: AppointmentId) => void;
}) {
  const { i18n } = useTranslation();
  const { first, zone } = week;
  const days = daysFrom(first);
  const drawn = [...(week.open ?? []), ...week.busy, ...week.appointments];
  const shown = shownHours(days.flatMap((day) => drawn.flatMap((span) => stretchOn(day, span, zone) ?? [])));
  const hours = Array.from({ length: shown.to - shown.from }, (_, hour) => shown.from + hour);
  // French says `08 h`; English has no such word.
  const clock = dateWords(i18n.language, {
    hour: 'numeric',
    ...(i18n.language === 'en' && { minute: '2-digit' }),
    timeZone: 'UTC',
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard (WCAG 2.1.1)
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <div className={classes.board}>
        <div className={classes.axis} aria-hidden>
          {hours.map((hour) => (
            <span key={hour} className={classes.hour}>
              {clock(Date.UTC(2024, 0, 1, hour))}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <DayColumn key={day} day={day} week={week} shown={shown} nowMs={nowMs} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

function DayColumn({
  day,
  week,
  shown,
  nowMs,
  onOpen,
}: {
  day: string;
  week: BoardWeek;
  shown: Stretch;
  nowMs: number;
  onOpen: (id: AppointmentId) => void;
}) {
  const { i18n } = useTranslation();
  const { zone } = week;
  const words = dateWords(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const name = words(Date.parse(day));
  const on = (spans: readonly Span[]) => spans.flatMap((span) => stretchOn(day, span, zone) ?? []);
  const placed = inLanes(
    week.appointments.flatMap((appointment) => {
      const stretch = stretchOn(day, appointment, zone);
      return stretch ? [{ ...stretch, appointment }] : [];
    }),
  );
  const now = stretchOn(day, { startsAtMs: nowMs, endsAtMs: nowMs + 60_000 }, zone);
  const off = week.off[day];
  return (
    <div className={classes.column}>
      <h2 className={classes.head} data-today={now !== null}>
        {name}
        {week.open && <DayWords open={on(week.open)} busy={on(week.busy)} />}
      </h2>
      <div
        className={classes.day}
        data-plain={week.open === null}
        style={{ height: (shown.to - shown.from) * hourPx }}
      >
        {off !== undefined && <span className={classes.off}>{off}</span>}
        {on(week.open ?? []).map((stretch) => (
          <span key={stretch.from} className={classes.open} style={placeOf(stretch, shown)} />
        ))}
        {on(week.busy).map((stretch) => (
          <span
            key={`${stretch.from} ${stretch.to}`}
            className={classes.busy}
            style={placeOf(stretch, shown)}
          />
        ))}
        {placed.map(({ appointment, lane, lanesCount, ...stretch }) => (
          <Block
            key={appointment.id}
            appointment={appointment}
            place={{
              ...placeOf(stretch, shown),
              left: `${(lane / lanesCount) * 100}%`,
              width: `${100 / lanesCount}%`,
            }}
            before={(week.bufferBeforeMinutes / 60) * hourPx}
            after={(week.bufferAfterMinutes / 60) * hourPx}
            zone={zone}
            onOpen={onOpen}
          />
        ))}
        {now && <span className={classes.now} style={{ top: placeOf(now, shown).top }} />}
      </div>
    </div>
  );
}

function Block({
  appointment,
  place,
  before,
  after,
  zone,
  onOpen,
}: {
  appointment: BoardAppointment;
  place: Readonly<Record<'top' | 'height' | 'left' | 'width', number | string>>;
  before: number;
  after: number;
  zone: string;
  onOpen: (id: AppointmentId) => void;
}) {
  const { t, i18n } = useTranslation('booking');
  const { id, state, name, calendarName, startsAtMs, endsAtMs } = appointment;
  const clock = dateWords(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const word = t(`state.${state}`);
  const isTaking = state !== 'cancelled' && state !== 'released';
  const times = `${clock(startsAtMs)}–${clock(endsAtMs)}`;
  return (
    <div className={classes.place} style={place}>
      {isTaking && before > 0 && (
        <span className={classes.buffer} style={{ bottom: '100%', height: before }} />
      )}
      <button
        type="button"
        className={classes.block}
        data-state={state}
        title={[times, name, calendarName, word].filter(Boolean).join(' · ')}
        onClick={() => onOpen(id)}
      >
        <span className={classes.time}>{times}</span>
        <span className={classes.name}>{name}</span>
        {calendarName && <span className={classes.name}>{calendarName}</span>}
        <span className="visually-hidden">{word}</span>
      </button>
      {isTaking && after > 0 && <span className={classes.buffer} style={{ top: '100%', height: after }} />}
    </div>
  );
}

/** What the colours of a day say, for who does not see them. */
function DayWords({ open, busy }: { open: readonly Stretch[]; busy: readonly Stretch[] }) {
  const { t, i18n } = useTranslation('booking');
  const clock = dateWords(i18n.language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const said = (stretches: readonly Stretch[]) =>
    stretches.map(({ from, to }) => `${clock(from * 60_000)}–${clock(to * 60_000)}`).join(', ');
  return (
    <span className="visually-hidden">
      {open.length === 0 ? t('board.closed') : t('board.open', { hours: said(open) })}
      {busy.length > 0 && ` ${t('board.busy', { hours: said(busy) })}`}
    </span>
  );
}

function placeOf({ from, to }: Stretch, shown: Stretch) {
  return { top: (from / 60 - shown.from) * hourPx, height: ((to - from) / 60) * hourPx };
}
