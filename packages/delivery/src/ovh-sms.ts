import { createHash } from 'node:crypto';
import type { DeliveryFailure } from '@alize/model';
import { DeliveryError } from './delivery-error.ts';
import { type SafeAnswer, safeFetch } from './safe-fetch.ts';
import { type SmsPort, smsSize } from './sms.ts';

/** An account of OVHcloud that sends text messages. */
export interface OvhSmsAccount {
  /** `https://eu.api.ovh.com/1.0`. */
  readonly url: string;
  readonly service: string;
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly consumerKey: string;
  /** Registered sender; null: a short number that can be answered. */
  readonly sender: string | null;
}

const timeoutMs = 15_000;
const answerBytesMax = 64 * 1024;

/**
 * Text messages by OVHcloud's HTTP interface: `POST /sms/{service}/jobs`, signed as “First steps with the OVHcloud APIs”
 * says (`$1$` and SHA-1 of secret, consumer key, method, address, body and time, joined by `+`). The time is their
 * clock's: asked once, and again when they say that ours has drifted.
 */
export function createOvhSms(account: OvhSmsAccount, nowMs: () => number): SmsPort {
  let offsetSeconds: number | null = null;
  const address = new URL(account.url);
  const ask = (method: string, path: string, headers: Readonly<Record<string, string>>, body: string) =>
    safeFetch(`${account.url}${path}`, {
      ...{ method, headers, timeoutMs, bytesMax: answerBytesMax, allowedHosts: [address.hostname] },
      ...(body && { body }),
    });
  const ourSeconds = () => Math.floor(nowMs() / 1000);
  const theirSeconds = async () => {
    offsetSeconds ??= readTime(await ask('GET', '/auth/time', {}, '')) - ourSeconds();
    return ourSeconds() + offsetSeconds;
  };
  const post = async (path: string, body: string) => {
    const time = String(await theirSeconds());
    return ask('POST', path, headersOf(account, { url: `${account.url}${path}`, body, time }), body);
  };
  return {
    async send({ to, text }) {
      const path = `/sms/${encodeURIComponent(account.service)}/jobs`;
      const body = JSON.stringify(jobOf(account, to, text));
      let answer = await post(path, body);
      if (isClockWrong(answer)) {
        offsetSeconds = null;
        answer = await post(path, body);
      }
      return readJob(answer);
    },
  };
}

function headersOf(
  account: OvhSmsAccount,
  { url, body, time }: { readonly url: string; readonly body: string; readonly time: string },
): Readonly<Record<string, string>> {
  const { applicationKey, applicationSecret, consumerKey } = account;
  const signed = [applicationSecret, consumerKey, 'POST', url, body, time].join('+');
  return {
    'content-type': 'application/json;charset=utf-8',
    'x-ovh-application': applicationKey,
    'x-ovh-consumer': consumerKey,
    'x-ovh-timestamp': time,
    'x-ovh-signature': `$1$${createHash('sha1').update(signed).digest('hex')}`,
  };
}

/** A message about one's own appointment is no advertising: it bears no “STOP” clause. */
function jobOf({ sender }: OvhSmsAccount, to: string, text: string) {
  return {
    ...{ message: text, receivers: [to], charset: 'UTF-8', class: 'phoneDisplay' },
    coding: smsSize(text).coding === 'gsm7' ? '7bit' : '8bit',
    ...{ noStopClause: true, priority: 'high', validityPeriod: 1440 },
    ...(sender === null ? { senderForResponse: true } : { sender, senderForResponse: false }),
  };
}

function readTime(answer: SafeAnswer): number {
  const seconds = Number(answer.body.toString('utf8'));
  if (answer.status !== 200 || !Number.isInteger(seconds)) throw refusal(answer);
  return seconds;
}

function readJob(answer: SafeAnswer): { readonly id: string; readonly status: number } {
  const { status } = answer;
  if (status !== 200) throw refusal(answer);
  const { ids, invalidReceivers } = readJson(answer);
  if (Array.isArray(invalidReceivers) && invalidReceivers.length > 0)
    throw new DeliveryError('refused_by_receiver', { status, answer: 'invalidReceivers' });
  return { id: Array.isArray(ids) ? String(ids[0] ?? '') : '', status };
}

const isClockWrong = (answer: SafeAnswer) =>
  answer.status >= 400 && /QUERY_TIME_OUT|QUERY_OUT_OF_TIME/i.test(String(readJson(answer).errorCode));

function refusal(answer: SafeAnswer): DeliveryError {
  const { status } = answer;
  const { errorCode } = readJson(answer);
  // Their sentence may repeat the number; their code does not.
  return new DeliveryError(failureOf(status), {
    status,
    answer: typeof errorCode === 'string' ? errorCode : null,
  });
}

/** Keys, rights, service and credit are for us to put right; the rest of 4xx is about the message. */
function failureOf(status: number): DeliveryFailure {
  if ([401, 402, 403, 404].includes(status)) return 'not_configured';
  if (status === 408 || status === 429 || status >= 500 || status < 400) return 'receiver_failed';
  return 'refused_by_receiver';
}

function readJson({ body }: SafeAnswer): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}
