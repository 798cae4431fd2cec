import { type TakenDelivery, webhookToSend } from '@alize/db';
import {
  createMailer,
  createOvhSms,
  DeliveryError,
  decipher,
  type Mailer,
  type SmsPort,
  sendWebhook,
  thriftySms,
} from '@alize/delivery';
import type { ApiParts } from '../api-parts.ts';
import { sendToCalendar } from '../appointments/send-to-calendar.ts';
import { writeDrop } from './drops.ts';
import { dropPayload, mailPayload, smsPayload } from './payloads.ts';

/** What a receiver said that answered well, or that it wants no more. */
export interface SentAnswer {
  readonly kind: 'sent' | 'gone';
  readonly status: number | null;
  readonly answer: string | null;
}

/** The ways by which deliveries leave. */
export interface Senders {
  /** Sends one. Throws DeliveryError. */
  send(delivery: TakenDelivery): Promise<SentAnswer & ({ kind: 'sent' } | { kind: 'gone' })>;
  close(): void;
}

/** Every way that is set up; what is sent by another fails as `not_configured`. */
export function createSenders(api: ApiParts): Senders {
  const { mail, sms } = api.settings;
  const mailer = mail && createMailer(mail);
  const port = sms && createOvhSms(sms, () => api.clock.nowMs());
  return {
    send(delivery) {
      switch (delivery.way) {
        case 'webhook':
          return byWebhook(api, delivery);
        case 'email':
          return byMail(mailer, delivery);
        case 'sms':
          return bySms(port, delivery);
        case 'csv_drop':
          return intoFile(api, delivery);
        case 'calendar':
          return intoCalendar(api, delivery);
      }
    },
    close: () => mailer?.close(),
  };
}

const taken = { kind: 'sent', status: null, answer: null } as const;

async function byWebhook(api: ApiParts, { id, clientId, target, payload }: TakenDelivery) {
  const nowMs = api.clock.nowMs();
  const webhook = await webhookToSend(api.database.db, clientId, target, nowMs);
  if (!webhook) throw new DeliveryError('not_configured');
  const { kind, status, answer } = await sendWebhook({
    ...{ id, url: webhook.url, body: JSON.stringify(payload), nowMs },
    secrets: webhook.secrets.map((secret) => decipher(api.settings.secretKey, secret)),
    allowedHosts: api.settings.privateHostsAllowed,
  });
  return { kind: kind === 'gone' ? ('gone' as const) : ('sent' as const), status, answer };
}

async function byMail(mailer: Mailer | null, { id, payload }: TakenDelivery) {
  if (!mailer) throw new DeliveryError('not_configured');
  return { kind: 'sent' as const, ...(await mailer.send(mailPayload.parse(payload), id)) };
}

async function bySms(port: SmsPort | null, { payload }: TakenDelivery) {
  if (!port) throw new DeliveryError('not_configured');
  const { to, text } = smsPayload.parse(payload);
  const { id, status } = await port.send({ to, text: thriftySms(text) });
  return { kind: 'sent' as const, status, answer: id };
}

async function intoFile({ settings }: ApiParts, { clientId, target, payload }: TakenDelivery) {
  await writeDrop(settings, clientId, target, dropPayload.parse(payload));
  return taken;
}

async function intoCalendar(api: ApiParts, delivery: TakenDelivery) {
  await sendToCalendar(api, delivery);
  return taken;
}
