import type { DeliveryFailure } from '@alize/model';
import { DeliveryError } from './delivery-error.ts';

/** What nodemailer throws, in our own words. Its message may name the receiver: only what the server said is kept. */
export function mailFailure(error: unknown): DeliveryError {
  const { code, responseCode, response } = readError(error);
  return new DeliveryError(failureOf(code, responseCode), {
    status: responseCode,
    answer: response,
    cause: error,
  });
}

function readError(error: unknown) {
  const fields: Readonly<Record<string, unknown>> = error instanceof Error ? { ...error } : {};
  return {
    code: typeof fields.code === 'string' ? fields.code : '',
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : null,
    response: typeof fields.response === 'string' ? fields.response.slice(0, 1_000) : null,
  };
}

/** Errors of the socket and of TLS have no answer of the server; RFC 5321, 4.2.1 for those that have. */
function failureOf(code: string, status: number | null): DeliveryFailure {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2') return 'not_configured';
  if (status === 552 || status === 523) return 'too_large';
  if (status !== null && status >= 500) return 'refused_by_receiver';
  if (status !== null && status >= 400) return 'receiver_failed';
  if (code === 'ETIMEDOUT') return 'timed_out';
  if (code === 'EENVELOPE') return 'address_refused';
  return 'unreachable';
}
