import type { Rule } from '@alize/api/client';
import { useTranslation } from 'react-i18next';
import { formatShare, formatZone } from '../../shared/format.ts';
import { useGroundWords } from './use-ground-words.ts';

type ValueOf<E extends Rule['effect']> = Extract<Rule, { effect: E }>['value'];
type Line = string | false | undefined;

/** What a rule asks, a line a part. Of hours only what the picture of the week does not show. */
export function useValueLines(): (rule: Rule) => readonly string[] {
  const { t, i18n } = useTranslation('compliance');
  const groundWords = useGroundWords();
  const ofHours = ({ zone, eves }: ValueOf<'hours'>): readonly Line[] => [
    zone !== undefined && t('value.hoursZone', { zone: formatZone(zone) }),
    eves &&
      t('value.eves', {
        calendar: t(`value.calendar.${eves.calendar}`),
        windows: eves.windows.map((one) => one.join('–')).join(', '),
      }),
  ];
  const ofFrequency = ({ attemptsMax, within, same }: ValueOf<'frequency'>): readonly Line[] => {
    const span = () => {
      if (within === 'week') return t('value.withinWeek');
      if (within === 'campaign') return t('value.withinCampaign');
      return 'days' in within
        ? t('value.withinDays', { count: within.days })
        : t('value.withinHours', { count: within.hours });
    };
    const sameness = same && t(same === 'object' ? 'value.sameObject' : 'value.sameCampaign');
    return [`${t('value.frequency', { count: attemptsMax, within: span() })}${sameness ?? ''}`];
  };
  const ofRest = ({ after, lasting }: ValueOf<'rest'>): readonly Line[] => {
    const span = () => {
      if (lasting === 'rest_of_day') return t('value.restOfDay');
      if (lasting === 'for_good') return t('value.forGood');
      if ('days' in lasting) return t('value.lastingDays', { count: lasting.days });
      return 'hours' in lasting
        ? t('value.lastingHours', { count: lasting.hours })
        : t('value.lastingYears', { count: lasting.years });
    };
    const what = after.map((one) => t(`value.after.${one}`)).join(', ');
    return [t('value.rest', { after: what, lasting: span() })];
  };
  const ofRegister = ({ register, ageDaysMax, listedDaysMin }: ValueOf<'register'>): readonly Line[] => [
    t('value.register', { register: t(`register.${register}`) }),
    ageDaysMax !== undefined && t('value.registerAge', { count: ageDaysMax }),
    listedDaysMin !== undefined && t('value.registerListed', { count: listedDaysMin }),
  ];
  const ofCallerId = (check: ValueOf<'caller_id'>): readonly Line[] => {
    const list = (items: readonly string[]) => ({ list: items.join(', ') });
    const named = (items: NonNullable<typeof check.categories>) =>
      list(items.map((one) => t(`value.category.${one}`)));
    return [
      check.prefixes && t('value.callerPrefixes', list(check.prefixes)),
      check.notPrefixes && t('value.callerNotPrefixes', list(check.notPrefixes)),
      check.length !== undefined && t('value.callerLength', { count: check.length }),
      check.categories && t('value.callerCategories', named(check.categories)),
      check.notCategories && t('value.callerNotCategories', named(check.notCategories)),
      check.shown && t('value.callerShown'),
      check.authorised && t('value.callerAuthorised'),
    ];
  };
  const ofAbandonment = (definition: ValueOf<'abandonment'>): readonly Line[] => {
    const { from, secondsMax, ratioMax, ratioTarget, window } = definition;
    const span = () => {
      switch (window.kind) {
        case 'successive_days':
          return t('value.windowDays', { count: window.days });
        case 'rolling_hours':
          return t('value.windowHours', { count: window.hours });
        case 'calendar_month':
          return t('value.windowMonth');
        case 'calendar_day':
          return t('value.windowDay');
      }
    };
    const limit = formatShare(ratioMax, i18n.language);
    const target = formatShare(ratioTarget, i18n.language);
    return [
      t(from === 'answer' ? 'value.abandonmentAnswer' : 'value.abandonmentGreeting', { seconds: secondsMax }),
      t('value.abandonmentLimit', { limit, target, window: span() }),
    ];
  };
  const linesOf = (rule: Rule): readonly Line[] => {
    switch (rule.effect) {
      case 'hours':
        return ofHours(rule.value);
      case 'holidays':
        return [t('value.holidays', { calendar: t(`value.calendar.${rule.value.calendar}`) })];
      case 'needs':
        return [t('value.needs', { grounds: groundWords(rule.value.anyOf) })];
      case 'forbidden':
        return [t('value.forbidden')];
      case 'permit':
        return rule.needs && rule.needs.length > 0
          ? [t('value.permitNeeds', { grounds: groundWords(rule.needs) })]
          : [t('value.permit')];
      case 'frequency':
        return ofFrequency(rule.value);
      case 'rest':
        return ofRest(rule.value);
      case 'register':
        return ofRegister(rule.value);
      case 'caller_id':
        return ofCallerId(rule.value);
      case 'ring':
        return [
          t('value.ringMin', { seconds: rule.value.secondsMin }),
          rule.value.secondsMax !== undefined && t('value.ringMax', { seconds: rule.value.secondsMax }),
        ];
      case 'abandonment':
        return ofAbandonment(rule.value);
      case 'duty':
        return [t(`value.duty.${rule.value.on}`)];
    }
  };
  return (rule) => linesOf(rule).filter((line): line is string => typeof line === 'string');
}
