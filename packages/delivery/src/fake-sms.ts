import { DeliveryError } from './delivery-error.ts';
import type { SmsMessage, SmsPort } from './sms.ts';

/** An operator that sends nothing: for tests. */
export interface FakeSms extends SmsPort {
  readonly sent: readonly SmsMessage[];
}

/** A port that keeps what it is given; `refuses` says which numbers it does not take. */
export function createFakeSms(refuses: (to: string) => boolean = () => false): FakeSms {
  const sent: SmsMessage[] = [];
  return {
    sent,
    async send(message) {
      if (refuses(message.to)) throw new DeliveryError('refused_by_receiver', { status: null });
      sent.push(message);
      return { id: String(sent.length), status: null };
    },
  };
}
