import { connectCall } from './connect-call.ts';
import type { Context } from './context.ts';
import type { Call } from './floor.ts';
import { recordProgress } from './record.ts';

/**
 * Callers who wait get the agents who have come free, who has waited longest first. Called after whatever may have
 * freed an agent, and before any new call is thought of.
 */
export function serveWaiting(context: Context): void {
  const { waiting } = context.floor;
  for (const call of waiting) {
    if (!isWaiting(context, call)) waiting.delete(call);
    else if (connectCall(context, call) && call.agentId !== null) {
      recordProgress(context, call, { agentId: call.agentId });
    }
  }
}

/** False once the message has begun: a callee who is being told that nobody can talk to them is not cut into. */
function isWaiting({ floor }: Context, call: Call): boolean {
  const isGone = !floor.calls.has(call.id) || call.hangUpBy !== null;
  return !isGone && call.progress === 'answered' && call.agentId === null && !call.isUnattended;
}
