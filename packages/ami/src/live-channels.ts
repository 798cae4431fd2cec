import { isId } from '@alize/model';
import { seatOf } from './channel-name.ts';
import type { LiveChannel } from './port.ts';
import { header, type RawMessage } from './raw-message.ts';

type CalleeState = Extract<LiveChannel, { kind: 'callee' }>['state'];

const ringingState = '5';
const upState = '6';
/** Our callees and agents among the members of a CoreShowChannels list; other channels are left out. */
export function readLiveChannels(list: readonly RawMessage[]): readonly LiveChannel[] {
  const members = list.filter((message) => header(message, 'event') === 'CoreShowChannel');
  return members.flatMap((member) => readChannel(member, members));
}

function readChannel(member: RawMessage, members: readonly RawMessage[]): readonly LiveChannel[] {
  const channel = header(member, 'channel');
  const id = header(member, 'uniqueid');
  const seat = seatOf(channel);
  const bridgeId = header(member, 'bridgeid') || null;
  if (isId('attempt', id)) {
    return [{ kind: 'callee', attemptId: id, channel, state: calleeState(member, members), bridgeId }];
  }
  if (!seat || header(member, 'channelstate') !== upState) return [];
  const isConnected = members.some((other) => isCallee(other) && sharesBridge(other, member));
  const state = isConnected ? 'connected' : 'waiting';
  return [{ kind: 'agent', seat, channel, channelId: id, state, bridgeId }];
}

function calleeState(member: RawMessage, members: readonly RawMessage[]): CalleeState {
  const channelState = header(member, 'channelstate');
  if (channelState === ringingState) return 'ringing';
  if (channelState !== upState) return 'dialling';
  if (members.some((other) => seatOf(header(other, 'channel')) && sharesBridge(other, member))) {
    return 'connected';
  }
  return stateByContext(header(member, 'context'), header(member, 'application'));
}

/** Where a callee who is up and not bridged is in the dialplan. */
function stateByContext(context: string, application: string): CalleeState {
  if (context === 'alize-no-agent') return 'message';
  // On its way into the bridge it is still waiting; anything after the bridge is the agent's leg gone.
  if (context === 'alize-connect') return application === 'Bridge' ? 'waiting' : 'agent_lost';
  // In alize-callee; or still in its endpoint's context, until the dialplan takes over the call just answered.
  return 'waiting';
}

function isCallee(member: RawMessage): boolean {
  return isId('attempt', header(member, 'uniqueid'));
}

function sharesBridge(one: RawMessage, other: RawMessage): boolean {
  const bridgeId = header(one, 'bridgeid');
  return bridgeId !== '' && bridgeId === header(other, 'bridgeid');
}
