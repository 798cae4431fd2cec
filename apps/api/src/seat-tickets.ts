import type { UserId } from '@alize/model';

/**
 * Which sign-in of an agent holds the seat: the newest. Its ticket stands in the path of the telephone's socket, so
 * that an older browser window cannot come back and push the newer one out.
 */
export interface SeatTickets {
  /** A new ticket for the agent; earlier ones are void. */
  issue(userId: UserId): string;
  /** True for the newest ticket. After a restart of the api the first to come back is taken for the newest. */
  accept(userId: UserId, ticket: string): boolean;
}

export function createSeatTickets(random: (bytesCount: number) => Uint8Array): SeatTickets {
  const newest = new Map<UserId, string>();
  return {
    issue(userId) {
      const ticket = Buffer.from(random(12)).toString('hex');
      newest.set(userId, ticket);
      return ticket;
    },
    accept(userId, ticket) {
      if (!/^[0-9a-f]{24}$/.test(ticket)) return false;
      if (!newest.has(userId)) newest.set(userId, ticket);
      return newest.get(userId) === ticket;
    },
  };
}
