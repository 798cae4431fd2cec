import type { CalendarSettings } from '@alize/model';

/** What a lead's appointment asks of a calendar. */
export interface Needs {
  /** All of them. */
  readonly skills: readonly string[];
  /** Where the lead lives, when that matters. */
  readonly area: 'any' | { readonly postalCode: string | null };
}

/**
 * True when a calendar can serve a lead: it has every skill asked for, and serves the postal code. Without a postal
 * code, only a calendar that serves every place can. Letters and spaces are as people write them.
 */
export function mayTake(
  { skills, areas }: Pick<CalendarSettings, 'skills' | 'areas'>,
  needs: Needs,
): boolean {
  const has = new Set(skills.map(plain));
  return needs.skills.every((skill) => has.has(plain(skill))) && serves(areas, needs.area);
}

function serves(areas: readonly string[], area: Needs['area']): boolean {
  if (area === 'any' || areas.length === 0) return true;
  const code = plainCode(area.postalCode ?? '');
  return code !== '' && areas.some((beginning) => code.startsWith(plainCode(beginning)));
}

const plain = (text: string) => text.trim().toLocaleLowerCase('fr');
const plainCode = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();
