import type { CallFacts, DialMode, PersonFacts, PhoneNumber, Purpose, Sector } from '@alize/model';
import { defaultCallConfig } from './call-config.ts';

/** What a campaign, its client and its caller ID settle for every call it makes. */
export interface CallingCampaign {
  readonly id: string;
  readonly purpose: Purpose;
  readonly sector: Sector | null;
  readonly object: string | null;
  readonly dialMode: DialMode;
  readonly ringSeconds: number;
  readonly seller: CallFacts['seller'];
  readonly callerId: CallFacts['callerId'];
  readonly trunkKind: CallFacts['trunkKind'];
  readonly ruleSwitches: Pick<CallFacts['config'], 'off' | 'overrides'>;
}

/** The facts of a campaign's call to a person: sales to businesses call companies, everything else consumers. */
export function callFactsOf(campaign: CallingCampaign, person: PersonFacts): CallFacts {
  const { purpose, sector, object, dialMode, seller, callerId, trunkKind } = campaign;
  return {
    ...person,
    ...{ purpose, sector, object, seller, callerId, trunkKind },
    lineType: null,
    person: purpose === 'b2b_sales' ? 'company' : 'consumer',
    mode: dialMode,
    campaignId: campaign.id,
    config: { ...defaultCallConfig, ...campaign.ruleSwitches, ringSeconds: campaign.ringSeconds },
  };
}

/** A person of whom nothing but the number, and perhaps the country, is on record. */
export function nobodyKnown(number: PhoneNumber, country: string | null): PersonFacts {
  return {
    number,
    country,
    ...{ postalCode: null, state: null, timeZone: null },
    ...{ consents: [], contracts: [], requests: [], purchases: [], attempts: [], refusals: [] },
    ...{ suppressions: [], registers: {} },
  };
}
