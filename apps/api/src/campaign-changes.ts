import {
  appendEvents,
  type CampaignSettings,
  type CampaignView,
  insertCampaign,
  reopenRefusedLeads,
  saveCampaign,
  setCampaignState,
} from '@alize/db';
import type { CampaignId, CampaignState, ClientId, Event } from '@alize/model';
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
    await appendEvents(tx, atMs, [{ clientId, event }]);
  });
  return id;
}

/** Writes what people ask of a campaign, with its event. */
export async function setState(
  api: Api,
  clientId: ClientId,
  campaign: Pick<CampaignView, 'id' | 'isInSchedule'>,
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
    await appendEvents(tx, atMs, [{ clientId, event }]);
  });
}

/** Writes changed settings, with their event. */
export async function saveChange(
  api: Api,
  clientId: ClientId,
  campaign: Pick<
    CampaignView,
    'id' | 'state' | 'isInSchedule' | 'blockedReason' | 'blockedDetail' | 'retryRules'
  >,
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
    await saveCampaign(tx, clientId, campaign.id, settings, atMs);
    // What a rule refused by the old settings it may allow by the new ones.
    await reopenRefusedLeads(tx, clientId, { campaignId: campaign.id }, atMs);
    await appendEvents(tx, atMs, [{ clientId, event }]);
  });
  const before = campaign.retryRules;
  if (JSON.stringify(before) !== JSON.stringify(settings.retryRules)) {
    api.retiming.begin({ clientId, campaignId: campaign.id, before });
  }
}
