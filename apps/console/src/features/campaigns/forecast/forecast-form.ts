import { type AvailableDialMode, availableDialModes, isId } from '@alize/model';
import { typedClock } from '../../../shared/schedule/schedule-grid.ts';
import type { Campaign, Setup } from '../../../shared/trade/contract.ts';
import { percentOf, shareOf } from '../pacing-change.ts';
import type { ForecastQuestion } from './forecast-query.ts';

export const variantsMax = 4;

/** A number field as it stands while it is typed: empty is a text. */
type Typed = number | string;

/** One way to run the campaign, as it is typed. What is left empty is as the campaign has it, or as that day was. */
export interface VariantForm {
  /** Of this form alone: which column is which while names change. */
  readonly key: number;
  readonly name: string;
  readonly mode: AvailableDialMode;
  readonly powerRatio: Typed;
  /** In per cent. */
  readonly abandonAim: Typed;
  /** Agents by the id of their site. */
  readonly agents: Readonly<Record<string, Typed>>;
  readonly from: string;
  readonly to: string;
  readonly leads: Typed;
}

export interface ForecastForm {
  readonly variants: readonly VariantForm[];
  /** The day to run again; null: a day to come. */
  readonly day: string | null;
}

/** How the variants that stand there at first are called. */
export interface FirstNames {
  readonly asSet: string;
  readonly oneMore: string;
  readonly ofMode: (mode: AvailableDialMode) => string;
}

/** The questions that most people ask first: as it is set, the other way to dial, and one agent more. */
export function firstForm(campaign: Campaign, setup: Setup, names: FirstNames): ForecastForm {
  const mode = availableDialModes.find((one) => one === campaign.dialMode) ?? 'progressive';
  const other = mode === 'predictive' ? 'progressive' : 'predictive';
  const team = Math.max(1, campaign.teamUserIds.length);
  const first = setup.sites[0]?.id;
  const asSet: VariantForm = {
    key: 1,
    name: names.asSet,
    mode,
    powerRatio: campaign.powerRatio,
    abandonAim: campaign.abandonAim === null ? '' : percentOf(campaign.abandonAim),
    agents: Object.fromEntries(setup.sites.map(({ id }) => [id, id === first ? team : 0])),
    from: '',
    to: '',
    leads: '',
  };
  return {
    day: null,
    variants: [
      asSet,
      { ...asSet, key: 2, name: names.ofMode(other), mode: other },
      {
        ...asSet,
        key: 3,
        name: names.oneMore,
        agents: first ? { ...asSet.agents, [first]: team + 1 } : asSet.agents,
      },
    ],
  };
}

/** The form with a further variant, a copy of its last one, to change one thing in. */
export function withCopy(form: ForecastForm, nameOf: (name: string) => string): ForecastForm {
  const last = form.variants.at(-1);
  if (!last || form.variants.length >= variantsMax) return form;
  const key = Math.max(...form.variants.map((variant) => variant.key)) + 1;
  return { ...form, variants: [...form.variants, { ...last, key, name: nameOf(last.name).slice(0, 60) }] };
}

/**
 * The form for another day. Of a day that has passed the agents on duty are known: the team as it is set now would be a
 * worse guess, so it is emptied where nobody has changed it, and filled in again for a day to come.
 */
export function withDay(
  form: ForecastForm,
  day: string | null,
  standard: VariantForm['agents'],
): ForecastForm {
  const isPast = day !== null;
  const variants = form.variants.map((variant) => {
    const isAsSet = sameAgents(variant.agents, standard);
    const isEmpty = Object.values(variant.agents).every((agents) => agents === '');
    if (isPast && isAsSet) return { ...variant, agents: mapValues(standard, () => '') };
    return !isPast && isEmpty ? { ...variant, agents: standard } : variant;
  });
  return { day, variants };
}

/** The name of a sentence under `error`. */
export type VariantError = 'name' | 'powerRatio' | 'abandonAim' | 'agents' | 'hours' | 'leads';

/** What is wrong with a variant, by field; empty when it can be asked. */
export function variantErrors(
  variant: VariantForm,
  isPast: boolean,
): Readonly<Partial<Record<VariantError, VariantError>>> {
  const right: Record<VariantError, boolean> = {
    name: variant.name.trim().length >= 1 && variant.name.trim().length <= 60,
    powerRatio: variant.mode !== 'power' || isWithin(variant.powerRatio, 1, 5),
    abandonAim: variant.abandonAim === '' || !hasAim(variant) || isWithin(variant.abandonAim, 0.5, 3),
    agents: areAgentsRight(variant, isPast),
    hours: areHoursRight(variant),
    leads: variant.leads === '' || (isWhole(variant.leads) && isWithin(variant.leads, 1, 1_000_000)),
  };
  const wrong = errorNames.filter((name) => !right[name]);
  return Object.fromEntries(wrong.map((name) => [name, name]));
}

/** What the api is asked. Throws when a variant has errors: ask `variantErrors` first. */
export function questionOf({ variants, day }: ForecastForm): ForecastQuestion {
  return {
    variants: variants.map((variant) => {
      if (Object.keys(variantErrors(variant, day !== null)).length > 0) {
        throw new TypeError('questionOf needs variants without errors');
      }
      return variantQuestion(variant);
    }),
    ...(day !== null && { day }),
  };
}

function variantQuestion(variant: VariantForm): ForecastQuestion['variants'][number] {
  const [from, to] = [typedClock(variant.from), typedClock(variant.to)];
  const teams = Object.entries(variant.agents).flatMap(([siteId, agents]) =>
    isId('site', siteId) && Number(agents) > 0 ? [{ siteId, agents: Number(agents) }] : [],
  );
  return {
    name: variant.name.trim(),
    mode: variant.mode,
    ...(variant.mode === 'power' && { powerRatio: Number(variant.powerRatio) }),
    ...(hasAim(variant) && variant.abandonAim !== '' && { abandonAim: shareOf(variant.abandonAim) }),
    ...(teams.length > 0 && { teams }),
    ...(from !== null && to !== null && { hours: { from, to } }),
    ...(variant.leads !== '' && { leads: Number(variant.leads) }),
  };
}

/** Whether a mode steers for a share of abandoned calls. */
export const hasAim = ({ mode }: Pick<VariantForm, 'mode'>): boolean => mode !== 'progressive';

const errorNames = ['name', 'powerRatio', 'abandonAim', 'agents', 'hours', 'leads'] as const;

function areAgentsRight({ agents }: VariantForm, isPast: boolean): boolean {
  const typed = Object.values(agents).filter((one) => one !== '');
  const areNumbers = typed.every((one) => isWhole(one) && isWithin(one, 0, 1000));
  const sum = typed.reduce<number>((all, one) => all + Number(one), 0);
  return areNumbers && (sum >= 1 || (isPast && typed.length === 0));
}

function areHoursRight({ from, to }: VariantForm): boolean {
  if (from.trim() === '' && to.trim() === '') return true;
  const [begin, end] = [typedClock(from), typedClock(to)];
  return begin !== null && end !== null && begin < end;
}

const sameAgents = (one: VariantForm['agents'], other: VariantForm['agents']) =>
  Object.keys(other).every((site) => String(one[site] ?? '') === String(other[site]));

const mapValues = (agents: VariantForm['agents'], to: () => Typed) =>
  Object.fromEntries(Object.keys(agents).map((site) => [site, to()]));

const isWhole = (value: Typed) => value !== '' && Number.isInteger(Number(value));
const isWithin = (value: Typed, min: number, max: number) =>
  value !== '' && Number(value) >= min && Number(value) <= max;
