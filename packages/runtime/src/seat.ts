import { createHmac } from 'node:crypto';

/** The names of the agents' SIP endpoints: `seat-001`, `seat-002`, … */
export function seatNames(seatsCount: number): readonly string[] {
  return Array.from({ length: seatsCount }, (_, index) => `seat-${String(index + 1).padStart(3, '0')}`);
}

/** The SIP password of a seat, derived so that Asterisk's configuration and the api agree without asking each other. */
export function seatPassword(seatKey: string, seat: string): string {
  return createHmac('sha256', seatKey).update(seat).digest('base64url');
}
