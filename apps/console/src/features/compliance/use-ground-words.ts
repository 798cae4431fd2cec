import type { Rule } from '@alize/api/client';
import { useTranslation } from 'react-i18next';

type Ground = Extract<Rule, { effect: 'needs' }>['value']['anyOf'][number];

/** Grounds in words: `consentement exprès, prouvé, de moins de 365 jours ; ou contrat en cours`. */
export function useGroundWords(): (grounds: readonly Ground[]) => string {
  const { t } = useTranslation('compliance');
  const g = 'value.ground' as const;
  const words = (ground: Ground): readonly (string | false | undefined)[] => {
    switch (ground.by) {
      case 'consent':
        return [
          [t(`${g}.consent`), ground.form && t(`${g}.form${ground.form}`)].filter(Boolean).join(' '),
          ground.proven && t(`${g}.proven`),
          ground.informed && t(`${g}.informed`),
          ground.sameObject && t(`${g}.sameObject`),
          ground.daysMax !== undefined && t(`${g}.days`, { count: ground.daysMax }),
          ground.afterListing && t(`${g}.afterListing`),
        ];
      case 'contract':
        return [
          ground.endedDaysMax === undefined
            ? t(`${g}.contract`)
            : t(`${g}.contractEnded`, { count: ground.endedDaysMax }),
          ground.related && t(`${g}.related`),
        ];
      case 'purchase':
        return [t(`${g}.purchase`, { count: ground.monthsMax }), ground.similar && t(`${g}.similar`)];
      case 'request':
        return [
          t(`${g}.request`),
          ground.proven && t(`${g}.proven`),
          ground.sameObject && t(`${g}.sameObject`),
          ground.monthsMax !== undefined && t(`${g}.months`, { count: ground.monthsMax }),
          ground.workingDaysMax && t(`${g}.workingDays`, { count: ground.workingDaysMax.days }),
        ];
      case 'slot':
        return [t(`${g}.slot`, { count: ground.minutesMax })];
    }
  };
  return (grounds) => grounds.map((ground) => words(ground).filter(Boolean).join(', ')).join(t('value.or'));
}
