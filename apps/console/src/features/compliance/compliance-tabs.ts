import { type Purpose, purposes, type Role } from '@alize/model';

/** The tabs of the page, in their order; the first is shown when the address names none. */
export const complianceTabs = ['call', 'packs', 'callerIds', 'consents', 'registers', 'evidence'] as const;
export type ComplianceTab = (typeof complianceTabs)[number];

/** The tabs that somebody may see: a supervisor reads everything but the evidence, which is a manager's to hand out. */
export function tabsOf(role: Role): readonly ComplianceTab[] {
  return role === 'supervisor' ? complianceTabs.filter((tab) => tab !== 'evidence') : complianceTabs;
}

export const strengths = ['LAW', 'CODE', 'POLICY'] as const;

/** What stands in the page's address. The number asked about never does. */
export interface ComplianceSearch {
  readonly tab?: ComplianceTab;
  /** The pack shown, by its id. */
  readonly pack?: string;
  /** The day that “in force” is meant of, `YYYY-MM-DD`. */
  readonly on?: string;
  readonly purpose?: Purpose;
  readonly strength?: (typeof strengths)[number];
  readonly text?: string;
  /** Rules not in force that day are shown too. */
  readonly every?: true;
}

/** What an address says; whatever it does not say rightly is left out, so that a mistyped link still opens the page. */
export function readSearch(search: Record<string, unknown>): ComplianceSearch {
  const { pack, on, text } = search;
  const tab = complianceTabs.find((one) => one === search.tab);
  const purpose = purposes.find((one) => one === search.purpose);
  const strength = strengths.find((one) => one === search.strength);
  return {
    ...(tab && { tab }),
    ...(typeof pack === 'string' && /^[a-z-]{2,20}$/.test(pack) && { pack }),
    ...(typeof on === 'string' && isDay(on) && { on }),
    ...(purpose && { purpose }),
    ...(strength && { strength }),
    ...(typeof text === 'string' && text !== '' && { text: text.slice(0, 100) }),
    ...(search.every === true && { every: true }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
