/** A reminder that a campaign asks for. */
export interface ReminderAsked {
  readonly minutesBefore: number;
  readonly way: 'email' | 'sms';
}

const minuteMs = 60_000;

/** When the next reminder of an appointment is due, after `afterMs`; null when none is to come. */
export function nextReminderAt(
  reminders: readonly ReminderAsked[],
  startsAtMs: number,
  afterMs: number,
): number | null {
  const coming = reminders
    .map(({ minutesBefore }) => startsAtMs - minutesBefore * minuteMs)
    .filter((atMs) => atMs > afterMs);
  return coming.length === 0 ? null : Math.min(...coming);
}

/**
 * By which ways a person is to be reminded now: of the reminders due after `sinceMs`, when they booked or were last
 * reminded, and by `nowMs`. One by each way however many were missed, and none once the appointment has begun.
 */
export function remindersDue(
  reminders: readonly ReminderAsked[],
  startsAtMs: number,
  { sinceMs, nowMs }: { readonly sinceMs: number; readonly nowMs: number },
): readonly ReminderAsked['way'][] {
  if (nowMs >= startsAtMs) return [];
  const due = reminders.filter(({ minutesBefore }) => {
    const atMs = startsAtMs - minutesBefore * minuteMs;
    return sinceMs < atMs && atMs <= nowMs;
  });
  return [...new Set(due.map(({ way }) => way))];
}
