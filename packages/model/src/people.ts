import type { ClientId, SiteId, UserId } from './ids.ts';

export const roles = ['administrator', 'manager', 'supervisor', 'agent'] as const;
export type Role = (typeof roles)[number];

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export interface User {
  readonly id: UserId;
  /** Null for an administrator, who works for the centre and chooses a client at log-in. */
  readonly clientId: ClientId | null;
  readonly siteId: SiteId;
  readonly role: Role;
  readonly name: string;
  readonly login: string;
  readonly language: Language;
}
