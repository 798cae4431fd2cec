import { type Purpose, purposes } from '@alize/model';

/** Every purpose of the taxonomy. */
export const everyPurpose: readonly Purpose[] = purposes;

/** Commercial prospecting that the person did not ask for, whether they agreed to it before or not. */
export const unaskedSalesPurposes = [
  'sales_cold',
  'sales_consented',
  'sales_contract_in_progress',
  'sales_ex_customer',
  'press_subscription',
  'b2b_sales',
] as const satisfies readonly Purpose[];

/** All commercial prospecting: what was not asked for, and calls that were. */
export const salesPurposes = [
  ...unaskedSalesPurposes,
  'callback_requested',
] as const satisfies readonly Purpose[];

/** Direct marketing in the wide sense of the GDPR and of PECR: sales, and the canvassing of charities and parties. */
export const marketingPurposes = [
  ...salesPurposes,
  'charity',
  'political',
] as const satisfies readonly Purpose[];

/** All but the performance of a contract and the collection of debts. */
export const outreachPurposes = [...marketingPurposes, 'survey'] as const satisfies readonly Purpose[];
