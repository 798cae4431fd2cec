/** What is told to the outside when it has happened. Closed list; its words are stable. */
export const noticeKinds = [
  'call.disposed',
  'outcome.recorded',
  'lead.qualified',
  'lead.corrected',
  'handover.judged',
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
  'appointment.confirmed',
  'appointment.no_show',
  /** The link of their interview was sent to somebody. */
  'interview.invited',
  'interview.ended',
  'quota.filled',
  'import.ended',
  'campaign.changed',
  'webhook.test',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** By which way a delivery leaves. */
export const deliveryWays = ['webhook', 'email', 'sms', 'csv_drop', 'calendar'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** due: to be sent, or to be tried again. sent. dead: given up; people can see it and send it again. */
export const deliveryStates = ['due', 'sent', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a try failed; what is transient is tried again. */
export const deliveryFailures = [
  'not_configured',
  'address_refused',
  'unreachable',
  'timed_out',
  'refused_by_receiver',
  'receiver_failed',
  'too_large',
] as const;
export type DeliveryFailure = (typeof deliveryFailures)[number];

/** What became of a qualified lead that was handed over. */
export const handoverStates = ['handed_over', 'accepted', 'rejected'] as const;
export type HandoverState = (typeof handoverStates)[number];
