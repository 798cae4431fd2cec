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
  /** Countries that the callee may be in. */
  readonly territories: readonly string[];
  /** By which law its pacing foretells if it will be answered. */
  readonly law: number;
  /** True when an agent is to be kept free for it as long as it rings. */
  readonly keepsAgent: boolean;
  /** The only agent who may take it, for a callback agreed with them. */
  readonly callbackAgentId: UserId | null;
  progress: Progress;
  stageSinceMs: number;
  answeredAtMs: number | null;
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
  /** What became of the answer stands in the account of abandoned calls. */
  isCounted: boolean;
  /** Steps of the script that the agent has reached, and when. */
  readonly steps: { readonly step: string; readonly atMs: number }[];
}

/** What is known of any call when the dialer first takes it up. */
export const newlyTaken = () =>
  ({
    channel: null,
    hangUpBy: null,
    originateReason: null,
    isUnattended: false,
    isAgentLost: false,
    uncoveredSinceMs: null,
    steps: [],
  }) satisfies Partial<Call>;

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
  readonly #calls = new Map<AttemptId, Call>();
  readonly #callsByCampaign = new Map<CampaignId, Set<Call>>();
  /** Callees without an agent, who has waited longest first; some may have been served or be gone since. */
  readonly waiting = new Set<Call>();
  readonly agents = new Map<UserId, Agent>();
  /** By seat: Asterisk may tell of a leg before the database tells whose seat it is. */
  readonly legs = new Map<string, Leg>();

  get calls(): ReadonlyMap<AttemptId, Call> {
    return this.#calls;
  }

  addCall(call: Call): void {
    this.#calls.set(call.id, call);
    const ofCampaign = this.#callsByCampaign.get(call.campaignId) ?? new Set();
    this.#callsByCampaign.set(call.campaignId, ofCampaign.add(call));
  }

  /** False when it was not there any more. */
  removeCall(call: Call): boolean {
    this.waiting.delete(call);
    this.#callsByCampaign.get(call.campaignId)?.delete(call);
    return this.#calls.delete(call.id);
  }

  /** Another process has led in the meantime: nothing that is known holds any more. */
  clear(): void {
    this.#calls.clear();
    this.#callsByCampaign.clear();
    this.waiting.clear();
    this.agents.clear();
    this.legs.clear();
  }

  /** The agent of a seat; undefined when nobody sits there. */
  agentOnSeat(seat: string): Agent | undefined {
    for (const agent of this.agents.values()) if (agent.seat === seat) return agent;
    return undefined;
  }

  /** The agent's leg; undefined when it is down. */
  legOf(agent: Agent): Leg | undefined {
    return agent.seat === null ? undefined : this.legs.get(agent.seat);
  }

  /** True when a call can be connected to this agent at this instant. */
  canTakeCall(agent: Agent): boolean {
    return agent.state === 'ready' && agent.connection === 'up' && this.legOf(agent)?.isWaiting === true;
  }

  callsOf(campaignId: CampaignId): ReadonlySet<Call> {
    return this.#callsByCampaign.get(campaignId) ?? noCalls;
  }

  /** True while somebody of a team takes calls: at once, or after the one they are in. */
  hasAgentFor(team: ReadonlySet<UserId>): boolean {
    for (const id of team) {
      const agent = this.agents.get(id);
      if (agent && agent.connection === 'up' && agent.wishedPause === null && isAtWork(agent)) return true;
    }
    return false;
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

const noCalls: ReadonlySet<Call> = new Set();
const isAtWork = ({ state }: Agent) => state === 'ready' || state === 'talking' || state === 'wrap_up';
