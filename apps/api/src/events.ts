import type { CampaignId, ClientId, DeliveryId, ImportId, RuleSettingId, UserId } from '@alize/model';
import type { Log } from '@alize/runtime';

/** Every line that this process logs: a fixed sentence, data in fields, nothing personal. */
export const events = {
  listening: (log: Log, data: { host: string; port: number; origin: string }) =>
    log.info(data, 'api listens'),
  stopping: (log: Log, data: { signal: string }) => log.info(data, 'api stops'),
  requestFailed: (log: Log, { error, method }: { error: unknown; method: string }) =>
    log.error({ err: error, method }, 'request failed'),
  feedFailed: (log: Log, error: unknown) => log.error({ err: error }, 'event table could not be read'),
  sessionCheckFailed: (log: Log, error: unknown) => log.error({ err: error }, 'session could not be checked'),
  sweepFailed: (log: Log, error: unknown) =>
    log.error({ err: error }, 'old sessions and uploads could not be swept'),
  importFailed: (log: Log, { importId, error }: { importId: ImportId; error: unknown }) =>
    log.error({ err: error, importId }, 'import failed'),
  retimingFailed: (log: Log, { campaignId, error }: { campaignId: CampaignId; error: unknown }) =>
    log.error({ err: error, campaignId }, 'waiting leads could not be brought forward'),
  sortingFailed: (log: Log, { campaignId, error }: { campaignId: CampaignId; error: unknown }) =>
    log.error({ err: error, campaignId }, 'leads could not be sorted into quotas'),
  presenceFailed: (log: Log, error: unknown) => log.error({ err: error }, 'presence could not be written'),
  telephoneUp: (log: Log, data: { userId: UserId }) => log.info(data, 'agent telephone connected'),
  telephoneDown: (log: Log, data: { userId: UserId; reason: string }) =>
    log.info(data, 'agent telephone disconnected'),
  asteriskSocketFailed: (log: Log, error: unknown) =>
    log.warn({ err: error }, 'SIP socket to Asterisk failed'),
  outboxFailed: (log: Log, error: unknown) => log.error({ err: error }, 'deliveries could not be taken'),
  deliveryFailed: (log: Log, { deliveryId, error }: { deliveryId: DeliveryId; error: unknown }) =>
    log.error({ err: error, deliveryId }, 'delivery could not be sent, by a fault of ours'),
  recordsLetGo: (log: Log, data: { rulings: number; grounds: number }) =>
    log.info(data, 'records past their keeping were let go'),
  appointmentRoundFailed: (log: Log, error: unknown) =>
    log.error({ err: error }, 'reminders could not be sent, or holds not let go'),
  reminderFailed: (log: Log, { appointmentId, error }: { appointmentId: string; error: unknown }) =>
    log.error({ err: error, appointmentId }, 'a reminder could not be written, and is put off'),
  feedsFailed: (log: Log, error: unknown) => log.error({ err: error }, 'calendar feeds could not be read'),
  retentionFailed: (log: Log, error: unknown) => log.error({ err: error }, 'old records could not be let go'),
  /** The reason is on record with the setting: people write names into such texts. */
  ruleSetAside: (
    log: Log,
    data: { id: RuleSettingId; clientId: ClientId; userId: UserId; rule: string; kind: string },
  ) => log.warn(data, 'rule set aside for a client'),
  ruleRestored: (log: Log, data: { id: RuleSettingId; clientId: ClientId; userId: UserId; rule: string }) =>
    log.info(data, 'rule holds again for a client'),
} as const;
