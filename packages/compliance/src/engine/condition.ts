import type { CallFacts, Sector, Seller } from '@alize/model';
import type { Condition } from '../pack.ts';
import type { Place } from '../place/place.ts';
import type { UnknownFact } from './verdict.ts';

/** Whether a condition holds; or the fact it needs and nobody gave. */
export type Answer = 'yes' | 'no' | UnknownFact;

/** The parts of a condition that a pack's index cannot sort out beforehand. */
export function answerOf(condition: Condition, facts: CallFacts, place: Place): Answer {
  if (condition.sectors && !isOneOf(condition.sectors, facts.sector ?? 'other')) return 'no';
  if (condition.territories && !place.territories.some((one) => isOneOf(condition.territories, one))) {
    return 'no';
  }
  if (condition.lineTypes) {
    if (place.lineType === 'unknown') return 'line_type';
    if (!isOneOf(condition.lineTypes, place.lineType)) return 'no';
  }
  return condition.seller === undefined
    ? 'yes'
    : isWithinLey10(facts.seller, facts.seller.sector ?? facts.sector);
}

function isOneOf<T>(list: readonly T[] | undefined, one: T): boolean {
  return list?.includes(one) ?? false;
}

const ley10Sectors = ['electricity', 'gas', 'water', 'telecom', 'transport', 'post', 'finance'] as const;

/**
 * Ley 10/2025: a company of the basic services, or one that sells mainly to consumers and has 250 staff, more than
 * 50 million euros of turnover, or more than 43 million of balance sheet.
 */
function isWithinLey10(seller: Seller, sector: Sector | null): Answer {
  if (ley10Sectors.some((one) => one === sector)) return 'yes';
  const sizes = [
    isOver(seller.employees, 249),
    isOver(seller.turnoverEuros, 50e6),
    isOver(seller.balanceSheetEuros, 43e6),
  ];
  if (seller.sellsMainlyToConsumers === false) return sector === null ? 'seller_size' : 'no';
  if (sizes.includes(true)) return seller.sellsMainlyToConsumers === null ? 'seller_size' : 'yes';
  return sizes.includes(null) || sector === null ? 'seller_size' : 'no';
}

function isOver(size: number | null, most: number): boolean | null {
  return size === null ? null : size > most;
}
