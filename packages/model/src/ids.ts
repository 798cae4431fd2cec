/** Every row's id is `<prefix>_<uuid v7 without dashes>`: it sorts by time, and says what it names. */
export const idPrefixes = [
  'client',
  'site',
  'user',
  'session',
  'trunk',
  'callerid',
  'script',
  'scriptversion',
  'campaign',
  'list',
  'lead',
  'attempt',
  'ruling',
  'outcome',
  'suppression',
  'consent',
  'relation',
  'person',
  'outsideattempt',
  'rulesetting',
  'erasure',
  'upload',
  'import',
  'template',
  'calendar',
  'appointment',
  'interview',
  'handover',
  'webhook',
  'delivery',
  'apikey',
] as const;
export type IdPrefix = (typeof idPrefixes)[number];
export type Id<P extends IdPrefix> = `${P}_${string}`;

export type ClientId = Id<'client'>;
export type SiteId = Id<'site'>;
export type UserId = Id<'user'>;
export type SessionId = Id<'session'>;
export type TrunkId = Id<'trunk'>;
export type CallerIdId = Id<'callerid'>;
export type ScriptId = Id<'script'>;
export type ScriptVersionId = Id<'scriptversion'>;
export type CampaignId = Id<'campaign'>;
export type ListId = Id<'list'>;
export type LeadId = Id<'lead'>;
/** Also the Asterisk channel id and the AMI action id of the call, so letters, digits and `_` only. */
export type AttemptId = Id<'attempt'>;
export type RulingId = Id<'ruling'>;
export type OutcomeId = Id<'outcome'>;
export type SuppressionId = Id<'suppression'>;
export type ConsentId = Id<'consent'>;
export type RelationId = Id<'relation'>;
/** One person as a client's rulings count attempts: all the numbers that are known to be theirs. */
export type PersonId = Id<'person'>;
export type OutsideAttemptId = Id<'outsideattempt'>;
export type RuleSettingId = Id<'rulesetting'>;
export type ErasureId = Id<'erasure'>;
/** A file sent piece by piece, not yet anything more. */
export type UploadId = Id<'upload'>;
export type ImportId = Id<'import'>;
/** A saved mapping of a client's columns. */
export type TemplateId = Id<'template'>;
export type CalendarId = Id<'calendar'>;
export type AppointmentId = Id<'appointment'>;
export type InterviewId = Id<'interview'>;
export type HandoverId = Id<'handover'>;
export type WebhookId = Id<'webhook'>;
/** One thing to be told to one receiver; also the `webhook-id` that it bears. */
export type DeliveryId = Id<'delivery'>;
export type ApiKeyId = Id<'apikey'>;

/** True when `value` has the shape of an id of this kind: the prefix, `_`, 32 hexadecimal digits. */
export function isId<P extends IdPrefix>(prefix: P, value: unknown): value is Id<P> {
  return (
    typeof value === 'string' &&
    value.startsWith(`${prefix}_`) &&
    /^[0-9a-f]{32}$/.test(value.slice(prefix.length + 1))
  );
}

/**
 * A new id from an instant and 10 random bytes (RFC 9562, UUID version 7), both passed in.
 * Throws RangeError when fewer than 10 random bytes are given.
 */
export function makeId<P extends IdPrefix>(prefix: P, nowMs: number, random: Uint8Array): Id<P> {
  if (random.length < 10) throw new RangeError('makeId needs 10 random bytes');
  const time = Math.trunc(nowMs).toString(16).padStart(12, '0');
  const bytes = Array.from(random.subarray(0, 10));
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70;
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${time}${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
