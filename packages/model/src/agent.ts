/**
 * What an agent is doing.
 *
 *   offline -> paused <-> ready -> talking -> wrap_up -> ready | paused
 *
 * Nobody is made ready but by their own wish. A pause asked for in a call applies after its wrap-up.
 */
export const agentStates = ['offline', 'paused', 'ready', 'talking', 'wrap_up'] as const;
export type AgentState = (typeof agentStates)[number];

export const pauseReasons = [
  'signed_in',
  'break',
  'lunch',
  'training',
  'meeting',
  'technical',
  'personal',
  'wrap_up_expired',
] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** The reasons an agent can choose; the others are given by the system. */
export const chosenPauseReasons = [
  'break',
  'lunch',
  'training',
  'meeting',
  'technical',
  'personal',
] as const satisfies readonly PauseReason[];

/** A person's line to us, beside their state: nobody is dialled for an agent whose connection is not `up`. */
export const agentConnections = ['up', 'no_audio', 'lost'] as const;
export type AgentConnection = (typeof agentConnections)[number];
