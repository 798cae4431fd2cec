import type { Headers } from './ami-text.ts';
import type { CalleePlan } from './callee-plan.ts';

const stateNames = { 0: 'Down', 5: 'Ringing', 6: 'Up' } as const;

/** What one Originate asks for. */
export interface Originate {
  readonly actionId: string;
  readonly channelId: string;
  readonly number: string;
  readonly trunkName: string;
  readonly callerId: string;
  readonly ringMs: number;
}

/** A channel of the fake Asterisk: a callee's or an agent's leg. */
export interface Channel {
  readonly name: string;
  readonly id: string;
  readonly seat: string | null;
  readonly number: string;
  readonly callerId: string;
  readonly plan: CalleePlan | null;
  readonly createdAtMs: number;
  readonly variables: Map<string, string>;
  /** Called off when the channel ends. */
  readonly timers: Set<() => void>;
  /** The step that the dialplan waits for; called off when it is sent elsewhere. */
  cancelStep: () => void;
  /** The originate that awaits this channel's answer; null once it has had one. */
  originate: Originate | null;
  state: keyof typeof stateNames;
  context: string;
  exten: string;
  application: string;
  bridge: Bridge | null;
}

export interface Bridge {
  readonly id: string;
  readonly name: string;
  readonly technology: 'holding_bridge' | 'simple_bridge';
  readonly members: Set<Channel>;
}

/** The headers by which Asterisk describes a channel in nearly every event; `prefix` is `Dest` for a dialled one. */
export function channelHeaders(channel: Channel, prefix: '' | 'Dest' = ''): Headers {
  return [
    [`${prefix}Channel`, channel.name],
    [`${prefix}ChannelState`, channel.state],
    [`${prefix}ChannelStateDesc`, stateNames[channel.state]],
    [`${prefix}CallerIDNum`, channel.callerId],
    [`${prefix}CallerIDName`, '<unknown>'],
    [`${prefix}ConnectedLineNum`, channel.callerId],
    [`${prefix}ConnectedLineName`, '<unknown>'],
    [`${prefix}Language`, 'fr'],
    [`${prefix}AccountCode`, ''],
    [`${prefix}Context`, channel.context],
    [`${prefix}Exten`, channel.exten],
    [`${prefix}Priority`, 1],
    [`${prefix}Uniqueid`, channel.id],
    [`${prefix}Linkedid`, channel.id],
  ];
}

export function bridgeHeaders(bridge: Bridge): Headers {
  const isHolding = bridge.technology === 'holding_bridge';
  return [
    ['BridgeUniqueid', bridge.id],
    ['BridgeType', isHolding ? 'base' : 'basic'],
    ['BridgeTechnology', bridge.technology],
    ['BridgeCreator', isHolding ? 'BridgeWait' : '<unknown>'],
    ['BridgeName', bridge.name],
    ['BridgeNumChannels', bridge.members.size],
    ['BridgeVideoSourceMode', 'none'],
  ];
}
