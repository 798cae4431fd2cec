import { type Db, filledFields } from '@alize/db';
import type { CampaignId, ClientId } from '@alize/model';
import { conditionFields, standardPlaceholders } from '@alize/scripts';
import { demandCampaign } from '../demand-campaign.ts';

/** Something that a script's text or conditions may name. */
export interface ScriptField {
  readonly placeholder: { readonly fr: string; readonly en: string };
  readonly of: 'lead' | 'agent' | 'client' | 'column';
  /** As conditions name it; null where none can look at it. */
  readonly conditionField: string | null;
  /** Share of a sample of the leads that have it, 0 to 1; null without leads. */
  readonly filledShare: number | null;
}

/**
 * The fields that every lead, agent and client has, then the client's own columns, as the newest leads have them: those
 * of a campaign, or of the client. Throws `not_found`.
 */
export async function fieldsForScripts(
  db: Db,
  clientId: ClientId,
  campaignId: CampaignId | null,
): Promise<readonly ScriptField[]> {
  if (campaignId) await demandCampaign(db, clientId, campaignId);
  const { leads, filled } = await filledFields(db, clientId, campaignId);
  const shareOf = (field: string) => (leads === 0 ? null : (filled.get(field) ?? 0) / leads);
  const conditioned: readonly string[] = conditionFields;
  const standard = standardPlaceholders.map(([en, fr]): ScriptField => {
    const of = en === 'agentName' ? 'agent' : en === 'clientName' ? 'client' : 'lead';
    const isAlwaysThere = of !== 'lead' || en === 'phoneNumber';
    return {
      ...{ placeholder: { fr, en }, of },
      conditionField: conditioned.includes(en) ? en : null,
      filledShare: isAlwaysThere ? 1 : shareOf(en),
    };
  });
  const columns = [...filled.keys()].filter((name) => name.startsWith('custom:')).sort();
  const own = columns.map((conditionField): ScriptField => {
    const name = conditionField.slice('custom:'.length);
    return {
      ...{ placeholder: { fr: name, en: name }, of: 'column', conditionField },
      filledShare: shareOf(conditionField),
    };
  });
  return [...standard, ...own];
}
