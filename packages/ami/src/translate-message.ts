import { type AttemptId, isId } from '@alize/model';
import { seatOf } from './channel-name.ts';
import type { AsteriskEvent } from './port.ts';
import { header, type RawMessage } from './raw-message.ts';

const ringingState = '5';

interface Members {
  readonly callees: Set<AttemptId>;
  readonly seats: Set<string>;
}

/**
 * What Asterisk's messages mean to us. It remembers who is in which bridge; one serves one connection, since after a
 * gap all of that is stale.
 */
export class Translation {
  readonly #bridges = new Map<string, Members>();

  /** The events that a message stands for, in order; none for a message that we have no use for. */
  translate(message: RawMessage): readonly AsteriskEvent[] {
    switch (header(message, 'event')) {
      case 'Newstate':
        return newState(message);
      case 'OriginateResponse':
        return originateEnded(message);
      case 'UserEvent':
        return userEvent(message);
      case 'CoreShowChannel':
        return this.#seen(message);
      case 'BridgeEnter':
        return this.#bridgeEntered(message);
      case 'BridgeLeave':
        return this.#bridgeLeft(message);
      case 'Hangup':
        return hungUp(message);
      default:
        return [];
    }
  }

  /** A list of channels fills in what happened before this connection: a pair may be completed after it. */
  #seen(message: RawMessage): readonly AsteriskEvent[] {
    const bridgeId = header(message, 'bridgeid');
    if (bridgeId) this.#join(bridgeId, message);
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
}

function originateEnded(message: RawMessage): readonly AsteriskEvent[] {
  const attemptId = header(message, 'actionid');
  if (!isId('attempt', attemptId)) return [];
  const isAnswered = header(message, 'response') === 'Success';
  return [{ kind: 'originate.ended', attemptId, isAnswered, reason: Number(header(message, 'reason')) }];
}

function hungUp(message: RawMessage): readonly AsteriskEvent[] {
  const channel = header(message, 'channel');
  const seat = seatOf(channel);
  if (seat) return [{ kind: 'agent.hung_up', seat, channel, channelId: header(message, 'uniqueid') }];
  const attemptId = attemptOf(message);
  return attemptId ? [{ kind: 'callee.hung_up', attemptId, cause: Number(header(message, 'cause')) }] : [];
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
