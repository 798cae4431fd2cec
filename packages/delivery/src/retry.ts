import type { DeliveryFailure, DeliveryWay } from '@alize/model';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What is waited after each try that failed, as Standard Webhooks proposes: ten tries over some three days. */
const waitsMs: readonly number[] = [
  ...[5_000, 5 * minuteMs, 30 * minuteMs],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hourMs),
];

/** Up to so much of a wait is added or taken off, so that what failed together does not come back together. */
const jitter = 0.2;

/** What no later try can mend. A webhook that says no may have been deployed wrong: it gets its three days. */
const permanent: Readonly<Record<DeliveryWay, readonly DeliveryFailure[]>> = {
  webhook: ['not_configured', 'address_refused', 'too_large'],
  email: ['address_refused', 'refused_by_receiver', 'too_large'],
  sms: ['address_refused', 'refused_by_receiver', 'too_large'],
  csv_drop: [],
  calendar: ['not_configured', 'address_refused', 'refused_by_receiver', 'too_large'],
};

/**
 * When a delivery is tried next; null when it is given up: nothing can mend the failure, it has had its ten tries, or
 * it would come too late. `random` is from 0 to 1.
 */
export function nextTryAt(failed: {
  readonly way: DeliveryWay;
  readonly failure: DeliveryFailure;
  /** This one included. */
  readonly triesCount: number;
  readonly nowMs: number;
  readonly expiresAtMs: number | null;
  readonly random: number;
}): number | null {
  if (permanent[failed.way].includes(failed.failure)) return null;
  const waitMs = waitsMs[failed.triesCount - 1];
  if (waitMs === undefined) return null;
  const atMs = Math.round(failed.nowMs + waitMs * (1 + jitter * (2 * failed.random - 1)));
  return failed.expiresAtMs !== null && atMs >= failed.expiresAtMs ? null : atMs;
}
