import {
  announce,
  appendEvents,
  type CampaignSettings,
  type CampaignView,
  insertCampaign,
  reopenRefusedLeads,
  saveCampaign,
  setCampaignState,
  type Tx,
} from '@alize/db';
import type { CampaignId, CampaignState, ClientId, Event } from '@alize/model';
import { Problem } from './problem.ts';
import type { Api } from './routing.ts';

/** Adds a campaign as a draft, with its event. */
export async function addCampaign(
  api: Api,
  clientId: ClientId,
  settings: CampaignSettings,
): Promise<CampaignId> {
  const atMs = api.clock.nowMs();
  const id = api.ids.make('campaign');
  const standing = { isInSchedule: false, blockedReason: null, blockedDetail: null };
  await api.database.db.transaction().execute(async (tx) => {
    await insertCampaign(tx, { id, clientId, settings }, atMs);
    const event: Event = { kind: 'campaign.changed', campaignId: id, state: 'draft', ...standing };
    await tell(api, tx, clientId, { event, change: 'created', name: settings.name, atMs });
  });
  return id;
}

/** Writes what people ask of a campaign, with its event. */
export async function setState(
  api: Api,
  clientId: ClientId,
  campaign: Pick<CampaignView, 'id' | 'name' | 'isInSchedule'>,
  state: CampaignState,
): Promise<void> {
  const atMs = api.clock.nowMs();
  const event: Event = {
    kind: 'campaign.changed',
    campaignId: campaign.id,
    state,
    isInSchedule: campaign.isInSchedule,
    blockedReason: null,
    blockedDetail: null,
  };
  await api.database.db.transaction().execute(async (tx) => {
    await setCampaignState(tx, clientId, campaign.id, state, atMs);
    await tell(api, tx, clientId, { event, change: 'state', name: campaign.name, atMs });
  });
}

/**
 * Writes changed settings in place of those that were looked at, with their event. Throws `version_stale` when others
 * have changed or started the campaign since: what was checked of it would no longer hold.
 */
export async function saveChange(
  api: Api,
  clientId: ClientId,
  campaign: CampaignView,
  settings: CampaignSettings,
): Promise<void> {
  const atMs = api.clock.nowMs();
  const event: Event = {
    kind: 'campaign.changed',
    campaignId: campaign.id,
    state: campaign.state,
    isInSchedule: campaign.isInSchedule,
    blockedReason: campaign.blockedReason,
    blockedDetail: campaign.blockedDetail,
  };
  await api.database.db.transaction().execute(async (tx) => {
    if (!(await saveCampaign(tx, clientId, campaign, settings, atMs))) throw new Problem('version_stale');
    // What a rule refused by the old settings it may allow by the new ones.
    await reopenRefusedLeads(tx, clientId, { campaignId: campaign.id }, atMs);
    await tell(api, tx, clientId, { event, change: 'settings', name: settings.name, atMs });
  });
  const before = campaign.retryRules;
  if (JSON.stringify(before) !== JSON.stringify(settings.retryRules)) {
    api.retiming.begin({ clientId, campaignId: campaign.id, before });
  }
}

/** Tells people at the console, and the client's webhooks. */
async function tell(
  api: Api,
  tx: Tx,
  clientId: ClientId,
  told: {
    readonly event: Extract<Event, { kind: 'campaign.changed' }>;
    readonly change: 'created' | 'state' | 'settings';
    readonly name: string;
    readonly atMs: number;
  },
): Promise<void> {
  const { event, change, name, atMs } = told;
  const { campaignId, state } = event;
  await appendEvents(tx, atMs, [{ clientId, event }]);
  const data = { campaignId, name, state, change };
  const notice = { clientId, kind: 'campaign.changed', atMs, data, campaignId, leadId: null } as const;
  await announce(tx, notice, () => api.ids.make('delivery'));
}
