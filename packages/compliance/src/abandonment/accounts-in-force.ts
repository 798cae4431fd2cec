import type { CallMode, EndReason, PhoneNumber } from '@alize/model';
import type { Pack, Rule } from '../pack.ts';
import { packs } from '../packs/index.ts';
import { placeOf } from '../place/place-of.ts';
import { type Account, accountOf } from './account.ts';
import { windowAt } from './account-window.ts';
import { accountZones } from './account-zones.ts';
import type { AnsweredCall, Detection } from './answered-call.ts';
import type { AbandonmentDefinition } from './definition.ts';
import { definitionInForce } from './definition-in-force.ts';

/** An answered call as the ledger has it: its raw instants in UTC milliseconds, and how it ended. */
export interface LedgerCall {
  readonly phoneNumber: PhoneNumber;
  readonly mode: CallMode;
  readonly detected: Detection | null;
  readonly answeredAtMs: number;
  readonly greetingEndedAtMs: number | null;
  readonly connectedAtMs: number | null;
  readonly messageStartedAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
}

/** One law's account of a campaign's calls of now, with the rule it is kept by. */
export interface AccountInForce {
  readonly pack: Pack;
  readonly rule: Rule;
  readonly definition: AbandonmentDefinition;
  readonly account: Account;
}

export interface CampaignTime {
  readonly atMs: number;
  /** When the campaign's first call was placed. */
  readonly campaignStartMs: number;
}

/**
 * The accounts that a campaign's calls of an instant fall into: one for each pack that protects somebody it reached,
 * and for each one that protects people of the territories it is expected to call. In the order of `packs`.
 */
export function accountsInForce(
  calls: readonly LedgerCall[],
  time: CampaignTime,
  expected: readonly string[] = [],
): readonly AccountInForce[] {
  const placed = calls.map((call) => ({
    ...toAnsweredCall(call),
    territories: territoriesOf(call.phoneNumber),
  }));
  return packs.flatMap((pack) => {
    const zone = accountZones[pack.id];
    const found = definitionInForce(pack, { atMs: time.atMs, zone });
    const own = placed.filter(({ territories }) => isUnder(pack, territories));
    const isExpected = pack.territories.some((territory) => expected.includes(territory));
    if (!found || (own.length === 0 && !isExpected)) return [];
    const account = accountOf(own, { ...time, definition: found.definition, zone });
    return [{ pack, ...found, account }];
  });
}

/**
 * From when on the accounts of an instant need to see a campaign's answers, in UTC milliseconds: those of every pack,
 * if not told of which. Italy's is of the whole campaign.
 */
export function accountsReachBackTo(time: CampaignTime, of: readonly Pack[] = packs): number {
  const starts = of.flatMap((pack) => {
    const zone = accountZones[pack.id];
    const found = definitionInForce(pack, { atMs: time.atMs, zone });
    return found ? [windowAt(found.definition.window, { ...time, zone }).fromMs] : [];
  });
  return Math.min(time.atMs, ...starts);
}

/** The calls to people whom a pack protects; one whose person may be in two countries is under both. */
export function callsUnder<Call extends Pick<LedgerCall, 'phoneNumber'>>(
  pack: Pack,
  calls: readonly Call[],
): readonly Call[] {
  return calls.filter((call) => isUnder(pack, territoriesOf(call.phoneNumber)));
}

const isUnder = (pack: Pack, territories: readonly string[]): boolean =>
  territories.some((one) => pack.territories.includes(one));

const territoriesOf = (number: PhoneNumber): readonly string[] => placeOf(number).territories;

/** The call as laws read it; who let go of the line is taken from the reason it ended for. */
export function toAnsweredCall({ phoneNumber: _, endReason, detected, ...call }: LedgerCall): AnsweredCall {
  const isCallees = endReason === 'callee_hung_up';
  const isUnseen = endReason === null || endReason === 'unseen' || endReason === 'not_answered';
  return {
    ...call,
    detected: detected ?? 'unknown',
    endedBy: isCallees ? 'callee' : isUnseen ? null : 'caller',
  };
}
