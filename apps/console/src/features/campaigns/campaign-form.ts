import { standardRetryRules } from '@alize/leads';
import {
  isId,
  type NetworkResult,
  type RetriedDisposition,
  type RetryRule,
  type RetryRules,
  retriedDispositions,
  type Sector,
} from '@alize/model';
import type { UseFormReturnType } from '@mantine/form';
import { presets, windowError } from '../../shared/schedule/schedule-grid.ts';
import type { Campaign, CampaignSettings, Setup } from '../../shared/trade/contract.ts';
import { usualPurpose } from '../../shared/trade/usual-purpose.ts';
import { percentOf, shareOf } from './pacing-change.ts';

/** The results after which a lead can be tried again, in the order of the table. */
export const retryResults = [
  'busy',
  'no_answer',
  'answered',
  'congestion',
  'cancelled',
  'unknown',
  'invalid_number',
] as const satisfies readonly NetworkResult[];
/** What a call can end with, by its network result or by what its agent chose. */
export type RetryCase = NetworkResult | RetriedDisposition;
const retryCases: readonly RetryCase[] = [...retryResults, ...retriedDispositions];

/** A number field as it stands while it is typed: empty is a text. */
type Typed = number | string;
export interface RetryRow {
  isOn: boolean;
  afterMinutes: Typed;
  attemptsMax: Typed;
  isAtBestHour: boolean;
  /** Empty: the lead's other numbers are not tried. */
  otherNumberAfterMinutes: Typed;
}

/** The settings as the editor holds them: choices may still be missing, numbers half typed. */
export interface CampaignForm {
  name: string;
  kind: CampaignSettings['kind'];
  purpose: CampaignSettings['purpose'];
  sector: Sector | null;
  object: string;
  dialMode: CampaignSettings['dialMode'];
  powerRatio: Typed;
  /** In per cent; empty: the inner target of the rules. */
  abandonAim: Typed;
  priority: Typed;
  zone: string;
  windows: CampaignSettings['schedule']['windows'];
  callerIdId: string | null;
  trunkId: string | null;
  scriptVersionId: string | null;
  teamUserIds: string[];
  linesMax: Typed;
  ringSeconds: Typed;
  wrapUpSeconds: Typed;
  attemptsMax: Typed;
  /** Empty: as many as the law allows. */
  attemptsPerDayMax: Typed;
  retry: Record<RetryCase, RetryRow>;
}
export type CampaignFormState = UseFormReturnType<CampaignForm>;

const standardRatio = 1.5;

/** A new campaign: what most campaigns have, and the only choice where there is but one. */
export function newForm(setup: Setup): CampaignForm {
  return {
    name: '',
    kind: 'survey',
    purpose: usualPurpose.survey,
    sector: null,
    object: '',
    dialMode: 'progressive',
    powerRatio: standardRatio,
    abandonAim: '',
    priority: 5,
    zone: setup.sites[0]?.timeZone ?? 'Europe/Paris',
    windows: presets.frenchDay.map((window) => ({ ...window })),
    callerIdId: onlyOne(setup.callerIds)?.id ?? null,
    trunkId: onlyOne(setup.trunks)?.id ?? null,
    scriptVersionId: onlyOne(setup.scripts)?.versionId ?? null,
    teamUserIds: [],
    linesMax: 10,
    ringSeconds: 25,
    wrapUpSeconds: 60,
    ...retryFormOf(standardRetryRules),
  };
}

/** A new campaign's purpose when it takes another kind: that of the kind, unless somebody chose a purpose. */
export function purposeWith(
  kind: CampaignForm['kind'],
  { kind: before, purpose }: Pick<CampaignForm, 'kind' | 'purpose'>,
): CampaignForm['purpose'] {
  return purpose === usualPurpose[before] ? usualPurpose[kind] : purpose;
}

export function formOf(campaign: Campaign): CampaignForm {
  const { schedule, retryRules, ...settings } = campaign;
  return {
    name: settings.name,
    kind: settings.kind,
    purpose: settings.purpose,
    sector: settings.sector,
    object: settings.object ?? '',
    dialMode: settings.dialMode,
    powerRatio: settings.powerRatio,
    abandonAim: settings.abandonAim === null ? '' : percentOf(settings.abandonAim),
    priority: settings.priority,
    zone: schedule.zone,
    windows: schedule.windows,
    callerIdId: settings.callerIdId,
    trunkId: settings.trunkId,
    scriptVersionId: settings.scriptVersionId,
    teamUserIds: [...settings.teamUserIds],
    linesMax: settings.linesMax,
    ringSeconds: settings.ringSeconds,
    wrapUpSeconds: settings.wrapUpSeconds,
    ...retryFormOf(retryRules),
  };
}

function retryFormOf(
  rules: Campaign['retryRules'] | RetryRules,
): Pick<CampaignForm, 'attemptsMax' | 'attemptsPerDayMax' | 'retry'> {
  const results: Readonly<Partial<Record<RetryCase, RetryRule | undefined>>> = {
    ...standardRetryRules.byResult,
    ...standardRetryRules.byDisposition,
    ...rules.byResult,
    ...rules.byDisposition,
  };
  const rows = retryCases.map((name) => [name, rowOf(results[name])] as const);
  return {
    attemptsMax: rules.attemptsMax,
    attemptsPerDayMax: rules.attemptsPerDayMax ?? '',
    // Every case is among them.
    retry: Object.fromEntries(rows) as CampaignForm['retry'],
  };
}

/** A rule of one call in all is one without a second. */
function rowOf(rule: RetryRule = { afterMinutes: 1440, attemptsMax: 1 }): RetryRow {
  const isOn = rule.attemptsMax > 1;
  return {
    isOn,
    afterMinutes: rule.afterMinutes,
    attemptsMax: isOn ? rule.attemptsMax : 2,
    isAtBestHour: rule.isAtBestHour ?? false,
    otherNumberAfterMinutes: rule.otherNumberAfterMinutes ?? '',
  };
}

/** The name of a sentence under `error`. */
export type FormError =
  | 'name'
  | 'callerIdId'
  | 'trunkId'
  | 'scriptVersionId'
  | 'zone'
  | 'powerRatio'
  | 'abandonAim'
  | 'priority'
  | 'linesMax'
  | 'ringSeconds'
  | 'wrapUpSeconds'
  | 'attemptsMax'
  | 'retryMax'
  | 'afterMinutes'
  | 'schedule';

/** What is wrong, by the path of the field; empty when the settings can be sent. */
export function formErrors(form: CampaignForm): Record<string, FormError> {
  const errors: Record<string, FormError> = {};
  const demand = (path: string, isRight: boolean, error: FormError) => {
    if (!isRight) errors[path] = error;
  };
  const name = form.name.trim();
  demand('name', name.length >= 1 && name.length <= 120, 'name');
  demand('callerIdId', form.callerIdId !== null, 'callerIdId');
  demand('trunkId', form.trunkId !== null, 'trunkId');
  demand('scriptVersionId', form.scriptVersionId !== null, 'scriptVersionId');
  demand('zone', form.zone !== '', 'zone');
  const isPower = form.dialMode === 'power';
  const hasAim = isPower || form.dialMode === 'predictive';
  demand('powerRatio', !isPower || isWithin(form.powerRatio, 1, 5), 'powerRatio');
  demand('abandonAim', !hasAim || form.abandonAim === '' || isWithin(form.abandonAim, 0.5, 3), 'abandonAim');
  demand('priority', isWhole(form.priority, 1, 9), 'priority');
  demand('linesMax', isWhole(form.linesMax, 1, 1000), 'linesMax');
  demand('ringSeconds', isWhole(form.ringSeconds, 15, 60), 'ringSeconds');
  demand('wrapUpSeconds', isWhole(form.wrapUpSeconds, 5, 600), 'wrapUpSeconds');
  demand('attemptsMax', isWhole(form.attemptsMax, 1, 50), 'attemptsMax');
  demand(
    'windows',
    form.windows.every((window) => windowError(form.windows, window) === null),
    'schedule',
  );
  const isDayFree = form.attemptsPerDayMax === '';
  demand('attemptsPerDayMax', isDayFree || isWhole(form.attemptsPerDayMax, 1, 50), 'attemptsMax');
  for (const name of retryCases) {
    const { isOn, afterMinutes, attemptsMax, otherNumberAfterMinutes } = form.retry[name];
    demand(`retry.${name}.afterMinutes`, !isOn || isMinutes(afterMinutes), 'afterMinutes');
    demand(`retry.${name}.attemptsMax`, !isOn || isWhole(attemptsMax, 2, 50), 'retryMax');
    const isRight = otherNumberAfterMinutes === '' || isMinutes(otherNumberAfterMinutes);
    demand(`retry.${name}.otherNumberAfterMinutes`, isRight, 'afterMinutes');
  }
  return errors;
}

/** What the api is sent. Throws when the form has errors: ask `formErrors` first. */
export function settingsOf(form: CampaignForm): CampaignSettings {
  const { callerIdId, trunkId, scriptVersionId } = form;
  if (!isId('callerid', callerIdId) || !isId('trunk', trunkId) || !isId('scriptversion', scriptVersionId)) {
    throw new TypeError('settingsOf needs a form without errors');
  }
  return {
    name: form.name.trim(),
    kind: form.kind,
    purpose: form.purpose,
    sector: form.sector,
    object: form.object.trim() || null,
    dialMode: form.dialMode,
    // What the chosen mode does not show may be half typed.
    powerRatio: isWithin(form.powerRatio, 1, 5) ? Number(form.powerRatio) : standardRatio,
    abandonAim: isWithin(form.abandonAim, 0.5, 3) ? shareOf(form.abandonAim) : null,
    priority: Number(form.priority),
    schedule: { zone: form.zone, windows: form.windows },
    retryRules: retryRulesOf(form),
    callerIdId,
    trunkId,
    scriptVersionId,
    linesMax: Number(form.linesMax),
    ringSeconds: Number(form.ringSeconds),
    wrapUpSeconds: Number(form.wrapUpSeconds),
    teamUserIds: form.teamUserIds.filter((id) => isId('user', id)),
  };
}

function retryRulesOf({ attemptsMax, attemptsPerDayMax, retry }: CampaignForm): RetryRules {
  const rulesOf = (names: readonly RetryCase[]) =>
    Object.fromEntries(names.map((name) => [name, ruleOf(retry[name])]));
  return {
    attemptsMax: Number(attemptsMax),
    ...(attemptsPerDayMax !== '' && { attemptsPerDayMax: Number(attemptsPerDayMax) }),
    byResult: rulesOf(retryResults),
    byDisposition: rulesOf(retriedDispositions),
  };
}

/** What a row that is off does not show may be half typed. */
function ruleOf({ isOn, afterMinutes, attemptsMax, ...row }: RetryRow): RetryRule {
  return {
    afterMinutes: isMinutes(afterMinutes) ? Number(afterMinutes) : 1440,
    attemptsMax: isOn ? Number(attemptsMax) : 1,
    isAtBestHour: row.isAtBestHour,
    ...(row.otherNumberAfterMinutes !== '' && {
      otherNumberAfterMinutes: Number(row.otherNumberAfterMinutes),
    }),
  };
}

const isMinutes = (value: Typed): boolean => isWhole(value, 1, 86_400);

const onlyOne = <T>(choices: readonly T[]): T | undefined => (choices.length === 1 ? choices[0] : undefined);

const isWithin = (value: Typed, min: number, max: number): boolean =>
  value !== '' && Number(value) >= min && Number(value) <= max;

const isWhole = (value: Typed, min: number, max: number): boolean =>
  Number.isInteger(Number(value)) && isWithin(value, min, max);
