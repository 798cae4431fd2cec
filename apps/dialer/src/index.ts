export type { DialerOptions } from './dialer.ts';
export { Dialer } from './dialer.ts';
export type { Notices } from './notices.ts';
export { createNotices } from './notices.ts';
