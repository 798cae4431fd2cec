import type { DeliveryFailure } from '@alize/model';

/** Why a message did not leave. Never says to whom, nor what was in it. */
export class DeliveryError extends Error {
  readonly code: DeliveryFailure;
  /** What the receiver answered, HTTP or SMTP; null when it did not. */
  readonly status: number | null;
  /** The beginning of what it said. */
  readonly answer: string | null;
  constructor(
    code: DeliveryFailure,
    {
      status = null,
      answer = null,
      cause,
    }: { readonly status?: number | null; readonly answer?: string | null; readonly cause?: unknown } = {},
  ) {
    super(code, { cause });
    this.name = 'DeliveryError';
    this.code = code;
    this.status = status;
    this.answer = answer;
  }
}
