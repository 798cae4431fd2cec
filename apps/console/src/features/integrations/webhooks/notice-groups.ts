import { type NoticeKind, noticeKinds } from '@alize/model';

/** What can be told, by what it is about; a test is sent by its button alone. */
export const noticeGroups = {
  calls: ['call.disposed', 'outcome.recorded'],
  leads: ['lead.qualified', 'handover.judged', 'lead.corrected'],
  appointments: [
    'appointment.booked',
    'appointment.moved',
    'appointment.cancelled',
    'appointment.confirmed',
    'appointment.no_show',
  ],
  surveys: ['interview.invited', 'interview.ended', 'quota.filled'],
  work: ['import.ended', 'campaign.changed'],
} as const satisfies Readonly<Record<string, readonly NoticeKind[]>>;
export type NoticeGroup = keyof typeof noticeGroups;
export const groupNames = Object.keys(noticeGroups) as NoticeGroup[];

/** Whether all of a group are chosen, some, or none. */
export function groupStanding(chosen: readonly NoticeKind[], group: NoticeGroup): 'all' | 'some' | 'none' {
  const kinds: readonly NoticeKind[] = noticeGroups[group];
  const count = kinds.filter((kind) => chosen.includes(kind)).length;
  if (count === kinds.length) return 'all';
  return count === 0 ? 'none' : 'some';
}

/** The choice with a whole group in it, or without it; in the order in which kinds are told. */
export function withGroup(
  chosen: readonly NoticeKind[],
  group: NoticeGroup,
  isOn: boolean,
): readonly NoticeKind[] {
  const kinds: readonly NoticeKind[] = noticeGroups[group];
  return noticeKinds.filter((kind) => (kinds.includes(kind) ? isOn : chosen.includes(kind)));
}

/** The choice with one kind in it, or without it. */
export function withKind(
  chosen: readonly NoticeKind[],
  wished: NoticeKind,
  isOn: boolean,
): readonly NoticeKind[] {
  return noticeKinds.filter((kind) => (kind === wished ? isOn : chosen.includes(kind)));
}

/** The groups of which something is told; all of them when every kind is. */
export function toldGroups(chosen: readonly NoticeKind[]): readonly NoticeGroup[] {
  if (chosen.length === 0) return groupNames;
  return groupNames.filter((group) => groupStanding(chosen, group) !== 'none');
}
