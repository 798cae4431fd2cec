import type { RealCentre } from './real-centre.ts';

/** The floor at the instant at which a call reached the carrier. */
export interface RingingAt {
  readonly atMs: number;
  /** Calls that the carrier had and nobody had answered yet, this one among them. */
  readonly ringing: number;
  /** Agents who were ready: neither talking nor in wrap-up nor paused. */
  readonly free: number;
}

/** Asterisk tells dialer and carrier of the same end; the dialer's next INVITE may overtake the CANCEL by so much. */
const overtakenMs = 100;

/**
 * Each call since, oldest first, by the carrier's book: what a dialer does in its last milliseconds before a kill is
 * not all in its own.
 */
export async function callsRinging(centre: RealCentre, sinceMs = 0): Promise<readonly RingingAt[]> {
  const calls = centre.carried().filter(({ invitedAtMs }) => invitedAtMs >= sinceMs);
  const states = await statesOfAgents(centre);
  return calls.map((call, index) => {
    const atMs = call.invitedAtMs;
    const others = calls.slice(0, index);
    const stillRinging = others.filter(({ rangUntilMs }) => (rangUntilMs ?? Infinity) > atMs + overtakenMs);
    const now = states.map((changes) => changes.findLast(({ at }) => at <= atMs)?.state);
    return { atMs, ringing: stillRinging.length + 1, free: now.filter((state) => state === 'ready').length };
  });
}

/** Each agent's states, oldest first. */
async function statesOfAgents({ database }: RealCentre) {
  const events = await database.db
    .selectFrom('event')
    .select(['at', 'data'])
    .where('kind', '=', 'agent.changed')
    .orderBy('id')
    .execute();
  const changes = events.map(({ at, data }) => ({ ...JSON.parse(data), at }));
  return [...Map.groupBy(changes, ({ userId }) => userId).values()];
}
