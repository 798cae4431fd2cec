import type {
  AgentConnection,
  AgentState,
  AttemptId,
  CampaignId,
  ClientId,
  LeadId,
  PauseReason,
  Progress,
  UserId,
} from '@alize/model';

/** A live call, as the dialer follows it. */
export interface Call {
  readonly id: AttemptId;
  readonly clientId: ClientId;
  readonly campaignId: CampaignId;
  readonly leadId: LeadId;
  readonly createdAtMs: number;
  readonly ringSeconds: number;
  /** The only agent who may take it, for a callback agreed with them. */
  readonly callbackAgentId: UserId | null;
  progress: Progress;
  stageSinceMs: number;
  channel: string | null;
  /** While dialling: the agent kept free for it. Once answered: the agent it is with. */
  agentId: UserId | null;
  /** Set by the first hang-up we ask for. */
  hangUpBy: 'agent' | 'dialer' | null;
  originateReason: number | null;
  isUnattended: boolean;
  isAgentLost: boolean;
  /** Since when no agent is kept free for it; null while one is. */
  uncoveredSinceMs: number | null;
  hasDisposition: boolean;
}

/** What is known of any call when the dialer first takes it up. */
export const newlyTaken = {
  channel: null,
  hangUpBy: null,
  originateReason: null,
  isUnattended: false,
  isAgentLost: false,
  uncoveredSinceMs: null,
} as const satisfies Partial<Call>;

/** An agent on duty. */
export interface Agent {
  readonly userId: UserId;
  readonly clientId: ClientId;
  state: AgentState;
  pauseReason: PauseReason | null;
  wishedPause: PauseReason | null;
  sinceMs: number;
  /** The call they are in, or have yet to finish. */
  callId: AttemptId | null;
  campaignId: CampaignId | null;
  connection: AgentConnection;
  connectionSinceMs: number;
  seat: string | null;
  presentAtMs: number;
  /** The dialling call they are kept free for. */
  reservedFor: AttemptId | null;
  wrapUpEndsAtMs: number | null;
}

/** A seat's leg in Asterisk: in the holding bridge (waiting) or in a call. */
export interface Leg {
  readonly channel: string;
  readonly channelId: string;
  isWaiting: boolean;
}

/** Agents and calls of this instant, and who is meant for whom. Holds no rule of when to dial. */
export class Floor {
  readonly calls = new Map<AttemptId, Call>();
  readonly agents = new Map<UserId, Agent>();
  /** By seat: Asterisk may tell of a leg before the database tells whose seat it is. */
  readonly legs = new Map<string, Leg>();

  /** The agent of a seat; undefined when nobody sits there. */
  agentOnSeat(seat: string): Agent | undefined {
    return [...this.agents.values()].find((agent) => agent.seat === seat);
  }

  /** The agent's leg; undefined when it is down. */
  legOf(agent: Agent): Leg | undefined {
    return agent.seat === null ? undefined : this.legs.get(agent.seat);
  }

  /** True when a call can be connected to this agent at this instant. */
  canTakeCall(agent: Agent): boolean {
    return agent.state === 'ready' && agent.connection === 'up' && this.legOf(agent)?.isWaiting === true;
  }

  callsOf(campaignId: CampaignId): readonly Call[] {
    return [...this.calls.values()].filter((call) => call.campaignId === campaignId);
  }

  /** Ready agents of a team who can be talked to now, longest waiting first. */
  waitingAgents(team: ReadonlySet<UserId>): readonly Agent[] {
    return [...this.agents.values()]
      .filter((agent) => team.has(agent.userId) && this.canTakeCall(agent))
      .sort((a, b) => a.sinceMs - b.sinceMs);
  }

  /** Keeps the longest-waiting free agent for a call; false when none is free. */
  reserve(call: Call, team: ReadonlySet<UserId>): boolean {
    const agent = this.waitingAgents(team).find(
      (candidate) =>
        candidate.reservedFor === null &&
        candidate.wishedPause === null &&
        (call.callbackAgentId === null || call.callbackAgentId === candidate.userId),
    );
    if (!agent) return false;
    this.release(call);
    agent.reservedFor = call.id;
    call.agentId = agent.userId;
    return true;
  }

  /** Gives the agent kept for a call free again; the agent, when there was one. */
  release(call: Call): Agent | undefined {
    const agent = call.agentId === null ? undefined : this.agents.get(call.agentId);
    if (agent?.reservedFor !== call.id) return undefined;
    agent.reservedFor = null;
    call.agentId = null;
    return agent;
  }

  /**
   * The agent for a call that was answered: who has waited longest of those free or kept for the same campaign.
   * When that agent was kept for another call, the two calls change agents.
   */
  takeAgentFor(call: Call, team: ReadonlySet<UserId>): Agent | undefined {
    const kept = call.agentId === null ? undefined : this.agents.get(call.agentId);
    const chosen = this.waitingAgents(team).find((agent) => this.#mayTake(agent, call));
    this.release(call);
    if (!chosen) return undefined;
    const other = chosen.reservedFor === null ? undefined : this.calls.get(chosen.reservedFor);
    chosen.reservedFor = null;
    if (other && other.id !== call.id) this.#handOver(other, kept);
    return chosen;
  }

  #mayTake(agent: Agent, call: Call): boolean {
    if (call.callbackAgentId !== null && call.callbackAgentId !== agent.userId) return false;
    if (agent.reservedFor === call.id) return true;
    if (agent.wishedPause !== null) return false;
    if (agent.reservedFor === null) return true;
    const other = this.calls.get(agent.reservedFor);
    return other !== undefined && other.campaignId === call.campaignId && other.callbackAgentId === null;
  }

  #handOver(call: Call, agent: Agent | undefined): void {
    const isFree = agent !== undefined && this.canTakeCall(agent) && agent.reservedFor === null;
    call.agentId = isFree ? agent.userId : null;
    if (isFree) agent.reservedFor = call.id;
  }
}
