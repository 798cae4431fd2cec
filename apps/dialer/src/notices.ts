import type { AttemptId, CampaignId, NetworkResult, PacingNow } from '@alize/model';
import type { Log, Metrics } from '@alize/runtime';

/** Seconds; the aim is 0.05 from answer to agent. */
const connectBuckets = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

/** What the dialer says of itself: one function an event, a fixed sentence, ids in fields, figures for Prometheus. */
export type Notices = ReturnType<typeof createNotices>;

export function createNotices(log: Log, metrics: Metrics) {
  const placed = metrics.counter('calls_placed_total', 'Calls that Asterisk was asked to place', [
    'campaign',
  ]);
  const ended = metrics.counter('calls_ended_total', 'Calls that have ended, by network result', [
    'campaign',
    'result',
  ]);
  const answered = metrics.counter('calls_answered_total', 'Calls that were answered', ['campaign']);
  const abandoned = metrics.counter('calls_abandoned_total', 'Answered calls that no agent took in time', [
    'campaign',
  ]);
  const refused = metrics.counter('rulings_refused_total', 'Leads that a rule kept from being called now', [
    'campaign',
  ]);
  const connect = metrics.histogram(
    'connect_seconds',
    'From the callee in our dialplan to agent and callee bridged',
    connectBuckets,
  );
  const amiUp = metrics.gauge('ami_up', '1 while the link to Asterisk is up');
  const leader = metrics.gauge('lease_held', '1 while this process holds the lease');
  const callsLive = metrics.gauge('calls_live', 'Calls that are live now');
  const agents = metrics.gauge('agents', 'Agents on duty, by state', ['state']);
  const abandonShare = metrics.gauge(
    'abandon_share',
    'Abandoned calls of the window in force, 0 to 1 of what the strictest law sets them against',
    ['campaign'],
  );
  const writesFailed = metrics.counter(
    'writes_failed_total',
    'Transactions that failed and were tried again',
  );

  return {
    metrics,
    started: (holder: string, zoneDataVersion: string) =>
      log.info({ holder, zoneDataVersion }, 'dialer started'),
    zoneDataTooOld: (version: string, demanded: string) =>
      log.fatal(
        { version, demanded },
        'time-zone data is older than the rule packs demand, the dialer does not start',
      ),
    stopped: () => log.info('dialer stopped'),
    leaseTaken(epoch: number) {
      leader.set(1);
      log.info({ epoch }, 'lease taken');
    },
    leaseLost() {
      leader.set(0);
      log.warn('lease lost to another dialer');
    },
    asteriskUp(version: string) {
      amiUp.set(1);
      log.info({ version }, 'asterisk link up');
    },
    asteriskDown(reason: string) {
      amiUp.set(0);
      log.warn({ reason }, 'asterisk link down');
    },
    callPlaced: (campaignId: CampaignId) => placed.inc({ campaign: campaignId }),
    callAnswered: (campaignId: CampaignId) => answered.inc({ campaign: campaignId }),
    callConnected: (afterMs: number) => connect.observe(afterMs / 1000),
    callEnded(campaignId: CampaignId, result: NetworkResult, isAbandoned: boolean) {
      ended.inc({ campaign: campaignId, result });
      if (isAbandoned) abandoned.inc({ campaign: campaignId });
    },
    measurePacing(campaignId: CampaignId, { abandonedShare }: PacingNow) {
      if (abandonedShare !== null) abandonShare.set({ campaign: campaignId }, abandonedShare);
    },
    leadsRefused: (campaignId: CampaignId, count: number) => refused.inc({ campaign: campaignId }, count),
    originateUnknown: (attemptId: AttemptId) =>
      log.warn({ attemptId }, 'originate without an answer, outcome unknown'),
    connectFailed: (attemptId: AttemptId, error: unknown) =>
      log.warn({ attemptId, err: error }, 'connect failed'),
    strayChannel: (attemptId: AttemptId) => log.warn({ attemptId }, 'channel of no known attempt hung up'),
    reconciled: (counts: { readonly adopted: number; readonly settled: number }) =>
      log.info(counts, 'calls reconciled with asterisk'),
    commandRefused: (id: number, refusal: string) => log.info({ command: id, refusal }, 'command refused'),
    journalProblem(problem: string, error?: unknown) {
      writesFailed.inc();
      log.error({ problem, err: error }, 'journal problem');
    },
    failed: (what: string, error: unknown) => log.error({ what, err: error }, 'dialer failure'),
    measureFloor(callCount: number, byState: ReadonlyMap<string, number>) {
      callsLive.set(callCount);
      agents.reset();
      for (const [state, count] of byState) agents.set({ state }, count);
    },
  };
}
