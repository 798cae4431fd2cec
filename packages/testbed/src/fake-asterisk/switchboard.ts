import type { Clock } from '@alize/ami';
import type { Headers } from './ami-text.ts';
import type { CalleePlan, CalleeReaction } from './callee-plan.ts';
import { type Bridge, bridgeHeaders, type Channel, channelHeaders, type Originate } from './channel.ts';

const limboMs = 2000;
const agentLostHoldMs = 20_000;
const apologyMs = 3000;
const messageMs = 8000;
const objectionMs = 1000;
const causes = { busy: 17, invalid: 1, congestion: 34 } as const;
const causeTexts: Readonly<Record<number, string>> = {
  0: 'Unknown',
  1: 'Unallocated (unassigned) number',
  16: 'Normal Clearing',
  17: 'User busy',
  19: 'User alerting, no answer',
  34: 'Circuit/channel congestion',
};

interface SwitchboardOptions {
  readonly clock: Clock;
  readonly planFor: (number: string) => CalleePlan;
  readonly hasTrunk: (trunkName: string) => boolean;
  readonly onEvent: (name: string, headers: Headers) => void;
  readonly onInvite: (originate: Originate) => void;
  readonly onBridged: (attemptId: string, seat: string) => void;
}

/** The channels of one run of Asterisk, the network behind the trunks, and the dialplan's contract. */
export class Switchboard {
  readonly #options: SwitchboardOptions;
  readonly #channels = new Map<string, Channel>();
  #holding = new Map<string, Bridge>();
  #namesCount = 0;
  #bridgesCount = 0;

  constructor(options: SwitchboardOptions) {
    this.#options = options;
  }

  get channels(): readonly Channel[] {
    return [...this.#channels.values()];
  }

  /** By its name or, as Asterisk does too, by its unique id. */
  find(name: string): Channel | undefined {
    return this.#channels.get(name) ?? this.channels.find((channel) => channel.id === name);
  }

  /** Everything stops without a word, as when the process is killed. */
  vanish(): void {
    for (const channel of this.channels) this.#stopTimers(channel);
    this.#channels.clear();
  }

  originate(originate: Originate): void {
    const isTaken = this.channels.some((channel) => channel.id === originate.channelId);
    if (isTaken || !this.#options.hasTrunk(originate.trunkName)) this.#originateFailed(originate, 0);
    else this.#dial(originate);
  }

  /** An agent's browser calls in. Without effect when the seat has a leg already. */
  agentJoins(seat: string): void {
    if (this.channels.some((channel) => channel.seat === seat)) return;
    const id = `${Math.trunc(this.#options.clock.nowMs() / 1000)}.${this.#namesCount}`;
    const agent = this.#newChannel({
      name: `PJSIP/${seat}`,
      id,
      seat,
      context: 'alize-agent',
      exten: 'agent',
    });
    this.#setState(agent, 6);
    this.#agentLoop(agent);
  }

  agentLeaves(seat: string): void {
    const agent = this.channels.find((channel) => channel.seat === seat);
    if (agent) this.hangUp(agent, 16);
  }

  /** The callee presses 9, which counts only during the recorded message. */
  calleeObjects(channel: Channel): void {
    if (channel.context !== 'alize-no-agent') return;
    this.#userEvent(channel, 'AlizeObjection');
    this.hangUp(channel, 16);
  }

  /** What `alize-connect,s,1` does with a callee. */
  connect(callee: Channel): void {
    if (callee.state !== 6) return;
    callee.cancelStep();
    this.#go(callee, 'alize-connect', 's');
    this.#leaveBridge(callee);
    const agent = this.find(callee.variables.get('ALIZE_AGENT_CHANNEL') ?? '');
    if (agent?.seat) this.#bridge(callee, agent, agent.seat);
    else this.#agentLost(callee);
  }

  /**
   * Ends a channel; `cause` is Q.850, `reason` what the originate's answer says if it is still to come. The other
   * leg of its call goes on as the dialplan has it.
   */
  hangUp(channel: Channel, cause: number, reason = 0): void {
    if (!this.#channels.delete(channel.name)) return;
    this.#stopTimers(channel);
    if (channel.originate) this.#originateFailed(channel.originate, reason);
    this.#leaveBridge(channel);
    const text: Headers = [
      ['Cause', cause],
      ['Cause-txt', causeTexts[cause] ?? 'Unknown'],
    ];
    this.#tell('Hangup', [...channelHeaders(channel), ...text]);
  }

  #dial(originate: Originate): void {
    const channel = this.#newChannel({
      name: `PJSIP/trunk-${originate.trunkName}`,
      id: originate.channelId,
      callerId: originate.callerId,
      number: originate.number,
      plan: this.#options.planFor(originate.number),
      originate,
    });
    this.#tell('NewCallerid', [...channelHeaders(channel), ['CID-CallingPres', '0 (Presentation Allowed)']]);
    const dialString: Headers = [['DialString', `${originate.number}@trunk-${originate.trunkName}`]];
    this.#tell('DialBegin', [...channelHeaders(channel, 'Dest'), ...dialString]);
    this.#options.onInvite(originate);
    this.#ring(channel, originate);
  }

  #ring(channel: Channel, originate: Originate): void {
    const plan = channel.plan;
    if (!plan) return;
    if (plan.ringAfterMs !== null) this.#after(channel, plan.ringAfterMs, () => this.#setState(channel, 5));
    channel.cancelStep = this.#after(channel, originate.ringMs, () => this.hangUp(channel, 19, 3));
    const reaction = plan.reaction;
    if (reaction.kind === 'no_answer') return;
    this.#after(channel, reaction.afterMs, () => {
      if (reaction.kind === 'answer') this.#answer(channel, originate, reaction);
      else this.hangUp(channel, causes[reaction.kind]);
    });
  }

  #answer(channel: Channel, originate: Originate, plan: Extract<CalleeReaction, { kind: 'answer' }>): void {
    channel.cancelStep();
    channel.originate = null;
    this.#setState(channel, 6);
    this.#tell('DialEnd', [...channelHeaders(channel, 'Dest'), ['DialStatus', 'ANSWER']]);
    this.#go(channel, 'alize-callee', 's');
    this.#originateResponse(originate, 'Success', 4, channel.name);
    if (plan.hangUpAfterMs !== undefined) {
      this.#after(channel, plan.hangUpAfterMs, () => this.hangUp(channel, 16));
    }
    this.#userEvent(channel, 'AlizeCustomerReady');
    this.#hold(channel, 'limbo');
    channel.cancelStep = this.#after(channel, limboMs, () => this.#nobody(channel));
  }

  #bridge(callee: Channel, agent: Channel, seat: string): void {
    this.#leaveBridge(agent);
    const bridge = this.#newBridge('<unknown>', 'simple_bridge');
    this.#enterBridge(agent, bridge);
    callee.application = 'Bridge';
    this.#enterBridge(callee, bridge);
    this.#options.onBridged(callee.id, seat);
    const talkMs = callee.plan?.reaction.kind === 'answer' ? callee.plan.reaction.talkMs : undefined;
    if (talkMs !== undefined) this.#after(callee, talkMs, () => this.hangUp(callee, 16));
  }

  #nobody(channel: Channel): void {
    this.#leaveBridge(channel);
    this.#go(channel, 'alize-no-agent', 's');
    channel.application = 'BackGround';
    this.#userEvent(channel, 'AlizeNoAgent');
    const objects = channel.plan?.reaction.kind === 'answer' && channel.plan.reaction.objects === true;
    const next = objects ? () => this.calleeObjects(channel) : () => this.hangUp(channel, 16);
    channel.cancelStep = this.#after(channel, objects ? objectionMs : messageMs, next);
  }

  #agentLost(callee: Channel): void {
    this.#userEvent(callee, 'AlizeAgentLost');
    this.#hold(callee, 'limbo');
    callee.cancelStep = this.#after(callee, agentLostHoldMs, () => this.#apologise(callee));
  }

  #apologise(callee: Channel): void {
    this.#leaveBridge(callee);
    callee.application = 'Playback';
    callee.cancelStep = this.#after(callee, apologyMs, () => this.hangUp(callee, 16));
  }

  #agentLoop(agent: Channel): void {
    this.#go(agent, 'alize-agent-loop', 's');
    this.#userEvent(agent, 'AlizeAgentReady');
    this.#hold(agent, 'agents');
  }

  #hold(channel: Channel, name: 'agents' | 'limbo'): void {
    channel.application = 'BridgeWait';
    const bridge = this.#holding.get(name) ?? this.#newBridge(name, 'holding_bridge');
    this.#holding.set(name, bridge);
    this.#enterBridge(channel, bridge);
  }

  #enterBridge(channel: Channel, bridge: Bridge): void {
    bridge.members.add(channel);
    channel.bridge = bridge;
    this.#tell('BridgeEnter', [...bridgeHeaders(bridge), ...channelHeaders(channel)]);
  }

  /** Takes a channel out of its bridge; whoever is left in a two-party bridge goes on with the dialplan. */
  #leaveBridge(channel: Channel): void {
    const bridge = channel.bridge;
    if (!bridge) return;
    bridge.members.delete(channel);
    channel.bridge = null;
    this.#tell('BridgeLeave', [...bridgeHeaders(bridge), ...channelHeaders(channel)]);
    const [other] = bridge.members;
    if (other && bridge.technology === 'simple_bridge') this.#leftAlone(other);
    if (other) return;
    if (this.#holding.get(bridge.name) === bridge) this.#holding.delete(bridge.name);
    this.#tell('BridgeDestroy', bridgeHeaders(bridge));
  }

  #leftAlone(channel: Channel): void {
    this.#leaveBridge(channel);
    if (channel.seat) this.#agentLoop(channel);
    else this.#agentLost(channel);
  }

  #originateFailed(originate: Originate, reason: number): void {
    this.#originateResponse(
      originate,
      'Failure',
      reason,
      `PJSIP/${originate.number}@trunk-${originate.trunkName}`,
    );
  }

  #originateResponse(originate: Originate, response: string, reason: number, channel: string): void {
    this.#tell('OriginateResponse', [
      ['ActionID', originate.actionId],
      ['Response', response],
      ['Channel', channel],
      ['Context', 'alize-callee'],
      ['Exten', 's'],
      ['Reason', reason],
      ['Uniqueid', originate.channelId],
      ['CallerIDNum', originate.callerId],
      ['CallerIDName', '<unknown>'],
    ]);
  }

  #setState(channel: Channel, state: 5 | 6): void {
    channel.state = state;
    this.#tell('Newstate', channelHeaders(channel));
  }

  #userEvent(channel: Channel, name: string): void {
    this.#tell('UserEvent', [...channelHeaders(channel), ['UserEvent', name]]);
  }

  #go(channel: Channel, context: string, exten: string): void {
    channel.context = context;
    channel.exten = exten;
  }

  #newBridge(name: string, technology: Bridge['technology']): Bridge {
    this.#bridgesCount += 1;
    const id = `00000000-0000-4000-8000-${String(this.#bridgesCount).padStart(12, '0')}`;
    const bridge: Bridge = { id, name, technology, members: new Set() };
    this.#tell('BridgeCreate', bridgeHeaders(bridge));
    return bridge;
  }

  #newChannel(given: Partial<Channel> & Pick<Channel, 'name' | 'id'>): Channel {
    const serial = this.#namesCount.toString(16).padStart(8, '0');
    this.#namesCount += 1;
    const channel: Channel = {
      seat: null,
      number: '',
      callerId: '<unknown>',
      plan: null,
      originate: null,
      createdAtMs: this.#options.clock.nowMs(),
      variables: new Map(),
      timers: new Set(),
      cancelStep: () => {},
      state: 0,
      context: 'nowhere',
      exten: 's',
      application: 'AppDial2',
      bridge: null,
      ...given,
      name: `${given.name}-${serial}`,
    };
    this.#channels.set(channel.name, channel);
    this.#tell('Newchannel', channelHeaders(channel));
    return channel;
  }

  #after(channel: Channel, ms: number, run: () => void): () => void {
    const cancel = this.#options.clock.setTimer(ms, () => {
      channel.timers.delete(cancel);
      run();
    });
    channel.timers.add(cancel);
    return cancel;
  }

  #stopTimers(channel: Channel): void {
    for (const cancel of channel.timers) cancel();
    channel.timers.clear();
  }

  #tell(name: string, headers: Headers): void {
    this.#options.onEvent(name, headers);
  }
}
