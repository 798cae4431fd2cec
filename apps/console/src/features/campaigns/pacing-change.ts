import { type DialMode, dialModes } from '@alize/model';
import type { CampaignForm } from './campaign-form.ts';
import type { SettingsWish } from './campaign-tabs.ts';

/** How a campaign is paced, as far as it makes more calls at once. */
export interface Pace {
  readonly dialMode: DialMode;
  readonly powerRatio: number;
}

/** Whether a change lets a campaign place more calls for the same agents: a mode further on, or a higher ratio. */
export function isFaster(before: Pace, after: Pace): boolean {
  const rank = ({ dialMode }: Pace) => dialModes.indexOf(dialMode);
  if (rank(after) !== rank(before)) return rank(after) > rank(before);
  return after.dialMode === 'power' && after.powerRatio > before.powerRatio;
}

/** The form with the settings to try in their fields. */
export function withWish(form: CampaignForm, { mode, ratio, aim }: SettingsWish): CampaignForm {
  return {
    ...form,
    ...(mode !== undefined && { dialMode: mode }),
    ...(ratio !== undefined && { powerRatio: ratio }),
    ...(aim !== undefined && { abandonAim: percentOf(aim) }),
  };
}

/** A share as the percentage people type, without the dust of binary fractions. */
export function percentOf(share: number): number {
  return Math.round(share * 10_000) / 100;
}

/** A percentage as people type it, as a share. */
export function shareOf(percent: number | string): number {
  return Math.round(Number(percent) * 100) / 10_000;
}
