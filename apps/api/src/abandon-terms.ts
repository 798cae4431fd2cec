import { accountZones, definitionInForce, type Pack, packs, placeOf, type Rule } from '@alize/compliance';
import { type Db, placesOfCampaign } from '@alize/db';
import type { CampaignId, ClientId, PhoneNumber } from '@alize/model';

/** What the strictest law in force lets a campaign abandon. */
export interface AbandonTerms {
  /** Null: no law of the people called has one, and our own bound holds. */
  readonly rule: Rule | null;
  /** Shares, 0 to 1: what is let pass, and our inner target. */
  readonly limit: number;
  readonly target: number;
  readonly secondsMax: number;
  readonly answersMin: number;
}

/** 3 % and 2 s, the bound of most regulators (16 CFR 310.4(b)(4)(i), Ofcom 2016). */
const ownBound: AbandonTerms = { rule: null, limit: 0.03, target: 0.02, secondsMax: 2, answersMin: 100 };

/** The terms of the strictest pack of the people called: of where the open leads are, and of the caller ID's country. */
export async function abandonTerms(
  db: Db,
  about: {
    readonly clientId: ClientId;
    /** Null: no campaign yet, hence no leads. */
    readonly campaignId: CampaignId | null;
    readonly callerNumber: PhoneNumber;
    readonly nowMs: number;
  },
): Promise<AbandonTerms> {
  const leads = about.campaignId ? await placesOfCampaign(db, about.clientId, about.campaignId) : [];
  const called = new Set([
    ...placeOf(about.callerNumber).territories,
    ...leads.flatMap(({ phoneNumber, country }) => [
      ...placeOf(phoneNumber).territories,
      ...(country === null ? [] : [country]),
    ]),
  ]);
  const own = packs.filter((pack) => pack.territories.some((territory) => called.has(territory)));
  const terms = own.flatMap((pack) => termsOf(pack, about.nowMs));
  return terms.toSorted((one, other) => one.limit - other.limit || one.target - other.target)[0] ?? ownBound;
}

function termsOf(pack: Pack, nowMs: number): readonly AbandonTerms[] {
  const found = definitionInForce(pack, { atMs: nowMs, zone: accountZones[pack.id] });
  if (!found) return [];
  const { rule, definition } = found;
  const { ratioMax, ratioTarget, secondsMax, liveAnswersMin } = definition;
  return [{ rule, limit: ratioMax, target: ratioTarget, secondsMax, answersMin: liveAnswersMin }];
}
