/** What a simulated day came to. Times in seconds of agents, all agents together. */
export interface SimulationReport {
  readonly calls: number;
  readonly people: number;
  readonly machines: number;
  /** People who answered, as the account counts: without detection every answer; with it, those not taken for machines. */
  readonly answered: number;
  readonly abandoned: number;
  /** Abandoned to people who answered, as the account counts. */
  readonly abandonedShare: number;
  readonly successes: number;
  readonly paidSeconds: number;
  readonly talkSeconds: number;
  readonly wrapUpSeconds: number;
  readonly idleSeconds: number;
  readonly pauseSeconds: number;
  /** (talk + wrap-up) to paid time without pauses. */
  readonly busyShare: number;
  /** Waiting between calls: mean, median, 95 %. */
  readonly waitSeconds: { readonly mean: number; readonly median: number; readonly p95: number };
  /** The worst of the account's windows that hold at least 300 answers; null when there is none. */
  readonly windows: {
    readonly count: number;
    readonly overLimit: number;
    readonly worstShare: number | null;
  };
  /** Second of the day at which no lead was left; null when leads remained. */
  readonly usedUpAt: number | null;
  readonly leadsLeft: number | null;
  readonly costBySite: readonly { readonly site: string; readonly currency: string; readonly cost: number }[];
  /** One point a minute of the day. */
  readonly minutes: readonly MinutePoint[];
}

export interface MinutePoint {
  /** Second of the day at which the minute begins. */
  readonly at: number;
  readonly calls: number;
  readonly people: number;
  readonly abandoned: number;
  readonly busyShare: number;
  readonly idleAgents: number;
}
