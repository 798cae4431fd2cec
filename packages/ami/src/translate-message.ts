import { type AttemptId, isId } from '@alize/model';
import { seatOf } from './channel-name.ts';
import type { AsteriskEvent } from './port.ts';
import { header, type RawMessage } from './raw-message.ts';

/** Q.850 cause 19, "user alerting, no answer". */
const noAnswerCause = 19;
/** The reason of an OriginateResponse when the ring time ran out. */
const ringTimeOutReason = 3;
const ringingState = '5';

interface Members {
  readonly callees: Set<AttemptId>;
  readonly seats: Set<string>;
}

type FailedOriginate = Extract<AsteriskEvent, { kind: 'originate.ended' }>;

/**
 * What Asterisk's messages mean to us. It remembers who is in which two-party bridge and which calls have a
 * channel; one serves one connection, since after a gap all of that is stale.
 */
export class Translation {
  readonly #bridges = new Map<string, Members>();
  /** Calls that have a channel, with the failure that is held back until the channel's own end is told. */
  readonly #calls = new Map<AttemptId, FailedOriginate | null>();

  /** The events that a message stands for, in order; none for a message that we have no use for. */
  translate(message: RawMessage): readonly AsteriskEvent[] {
    switch (header(message, 'event')) {
      case 'Newchannel':
        return this.#remember(message);
      case 'Newstate':
        return newState(message);
      case 'OriginateResponse':
        return this.#originateEnded(message);
      case 'UserEvent':
        return userEvent(message);
      case 'CoreShowChannel':
        return this.#seen(message);
      case 'BridgeEnter':
        return this.#bridgeEntered(message);
      case 'BridgeLeave':
        return this.#bridgeLeft(message);
      case 'Hangup':
        return this.#hungUp(message);
      default:
        return [];
    }
  }

  #remember(message: RawMessage): readonly AsteriskEvent[] {
    const attemptId = attemptOf(message);
    if (attemptId && !this.#calls.has(attemptId)) this.#calls.set(attemptId, null);
    return [];
  }

  /** A list of channels fills in what happened before this connection: a pair may be completed after it. */
  #seen(message: RawMessage): readonly AsteriskEvent[] {
    this.#remember(message);
    const bridgeId = header(message, 'bridgeid');
    if (bridgeId) this.#join(bridgeId, message);
    return [];
  }

  /**
   * The end of a call that had a channel is told by `callee.hung_up` first, for its cause is the only fact that
   * tells busy from invalid (the reason here is 0 for both); the failed originate is told right after it.
   */
  #originateEnded(message: RawMessage): readonly AsteriskEvent[] {
    const attemptId = header(message, 'actionid');
    if (!isId('attempt', attemptId)) return [];
    const isAnswered = header(message, 'response') === 'Success';
    const reason = Number(header(message, 'reason'));
    const ended = { kind: 'originate.ended', attemptId, isAnswered, reason } as const;
    if (isAnswered || !this.#calls.has(attemptId)) return [ended];
    this.#calls.set(attemptId, ended);
    return [];
  }

  #bridgeEntered(message: RawMessage): readonly AsteriskEvent[] {
    if (header(message, 'bridgetechnology') === 'holding_bridge') return [];
    const members = this.#join(header(message, 'bridgeuniqueid'), message);
    const [attemptId] = members.callees;
    const [seat] = members.seats;
    const isOfPair = attemptOf(message) !== null || seatOf(header(message, 'channel')) !== null;
    return isOfPair && attemptId && seat ? [{ kind: 'callee.connected', attemptId, seat }] : [];
  }

  #join(bridgeId: string, message: RawMessage): Members {
    const members = this.#bridges.get(bridgeId) ?? { callees: new Set(), seats: new Set() };
    const attemptId = attemptOf(message);
    const seat = seatOf(header(message, 'channel'));
    if (attemptId) members.callees.add(attemptId);
    if (seat) members.seats.add(seat);
    this.#bridges.set(bridgeId, members);
    return members;
  }

  #bridgeLeft(message: RawMessage): readonly AsteriskEvent[] {
    const bridgeId = header(message, 'bridgeuniqueid');
    const members = this.#bridges.get(bridgeId);
    const attemptId = attemptOf(message);
    const seat = seatOf(header(message, 'channel'));
    if (attemptId) members?.callees.delete(attemptId);
    if (seat) members?.seats.delete(seat);
    if (members?.callees.size === 0 && members.seats.size === 0) this.#bridges.delete(bridgeId);
    return [];
  }

  #hungUp(message: RawMessage): readonly AsteriskEvent[] {
    const channel = header(message, 'channel');
    const seat = seatOf(channel);
    if (seat) return [{ kind: 'agent.hung_up', seat, channel, channelId: header(message, 'uniqueid') }];
    const attemptId = attemptOf(message);
    if (!attemptId) return [];
    const failed = this.#calls.get(attemptId) ?? null;
    this.#calls.delete(attemptId);
    const cause = failed?.reason === ringTimeOutReason ? noAnswerCause : Number(header(message, 'cause'));
    const hungUp = { kind: 'callee.hung_up', attemptId, cause } as const;
    return failed ? [hungUp, failed] : [hungUp];
  }
}

function newState(message: RawMessage): readonly AsteriskEvent[] {
  const attemptId = attemptOf(message);
  const isRinging = header(message, 'channelstate') === ringingState;
  return attemptId && isRinging ? [{ kind: 'callee.ringing', attemptId }] : [];
}

function userEvent(message: RawMessage): readonly AsteriskEvent[] {
  const name = header(message, 'userevent');
  const channel = header(message, 'channel');
  const seat = seatOf(channel);
  if (seat && name === 'AlizeAgentReady') {
    return [{ kind: 'agent.waiting', seat, channel, channelId: header(message, 'uniqueid') }];
  }
  const attemptId = attemptOf(message);
  return attemptId ? calleeEvent(name, attemptId, channel) : [];
}

function calleeEvent(name: string, attemptId: AttemptId, channel: string): readonly AsteriskEvent[] {
  switch (name) {
    case 'AlizeCustomerReady':
      return [{ kind: 'callee.ready', attemptId, channel }];
    case 'AlizeNoAgent':
      return [{ kind: 'callee.unattended', attemptId }];
    case 'AlizeObjection':
      return [{ kind: 'callee.objected', attemptId }];
    case 'AlizeAgentLost':
      return [{ kind: 'callee.agent_lost', attemptId }];
    default:
      return [];
  }
}

function attemptOf(message: RawMessage): AttemptId | null {
  const id = header(message, 'uniqueid');
  return isId('attempt', id) ? id : null;
}
