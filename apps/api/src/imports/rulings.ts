import type { Place } from '@alize/compliance';
import { findCampaign, personFactsOfMany, type StoredImport } from '@alize/db';
import type { Consent, LeadFields, ListOutlook } from '@alize/model';
import { callingCampaign } from '../calling-campaign.ts';
import { createLeadJudge } from './judge-leads.ts';
import { countOutlook } from './outlook.ts';
import type { Workshop } from './workshop.ts';

interface Coming {
  readonly fields: LeadFields;
  readonly place: Place;
}

/** What the rules say of the leads of a file, were each claimed at the instant at which its reading began. */
export interface Rulings {
  judge(leads: readonly Coming[]): Promise<void>;
  /** Null when the campaign has no caller ID or trunk to call with. */
  outlook(): ListOutlook | null;
}

/** Advice only: each call is ruled on again when it is due. */
export async function createRulings({ db, clock }: Workshop, found: StoredImport): Promise<Rulings> {
  const { clientId, campaignId, settings } = found;
  const nowMs = clock.nowMs();
  const view = await findCampaign(db, clientId, campaignId, { nowMs, dayStartMs: nowMs });
  const campaign = view && (await callingCampaign(db, clientId, campaignId, view));
  if (!campaign) return { judge: async () => {}, outlook: () => null };
  const judgeLead = createLeadJudge(campaign, Temporal.Instant.fromEpochMilliseconds(nowMs));
  const count = countOutlook();

  /** As it will be stored: for what the campaign is about unless the file says otherwise. */
  const consentOf = ({ consent }: LeadFields): readonly Consent[] =>
    consent === null
      ? []
      : [
          {
            sellerId: clientId,
            object: consent.object ?? campaign.object,
            form: 'express',
            givenAtMs: consent.givenAtMs,
            expiresAtMs: null,
            proof: consent.proof ?? consent.source,
            withdrawnAtMs: null,
            agreedSlotsMs: [],
            wasInformed: settings.consentsAreInformed,
            namesAutomaticDialling: false,
          },
        ];

  return {
    async judge(leads) {
      if (leads.length === 0) return;
      const people = await personFactsOfMany(db, { clientId, nowMs }, leads.map(personOf));
      for (const [index, { fields, place }] of leads.entries()) {
        const person = people[index];
        if (!person) throw new Error('a lead has no facts');
        const consents = [...person.consents, ...consentOf(fields)];
        count.add(judgeLead({ ...person, consents }, place));
      }
    },
    outlook: () => count.outlook(nowMs),
  };
}

/** Whoever has one of its numbers is the same person from then on. */
function personOf({ fields: { phones, postalCode, country, region, timeZone } }: Coming) {
  const [{ phoneNumber }, ...others] = phones;
  const otherNumbers = others.map((phone) => phone.phoneNumber);
  return { phoneNumber, otherNumbers, place: { postalCode, country, state: region, timeZone } };
}
