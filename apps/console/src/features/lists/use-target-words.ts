import type { ColumnTarget } from '@alize/leads';
import { useTranslation } from 'react-i18next';
import { keyOf, type TargetKey } from './target.ts';
import type { fr } from './texts.ts';

type Words = (typeof fr)['target'];

/** What a target is called, by its key in the menu. */
export function useTargetWords(): (key: TargetKey) => string {
  const { t } = useTranslation('lists');
  return (key) => {
    const [kind, rest = ''] = key.split(':');
    if (isIn<keyof Words['field']>(kind === 'field', rest)) return t(`target.field.${rest}`);
    if (isIn<keyof Words['phone']>(kind === 'phone' && rest !== '', rest)) return t(`target.phone.${rest}`);
    if (isIn<keyof Words['consent']>(kind === 'consent', rest)) return t(`target.consent.${rest}`);
    if (key === 'phone:') return t('target.phone.unsaid');
    return t(`target.${key === 'phone_code' || key === 'custom' ? key : 'ignore'}`);
  };
}

/** The same of a target; an own column has its own name. */
export function useTargetName(): (target: ColumnTarget) => string {
  const wordOf = useTargetWords();
  return (target) => (target.kind === 'custom' ? target.name : wordOf(keyOf(target)));
}

/** The keys of the menu are made of the same names as the texts, so their kind says which texts have them. */
const isIn = <K extends string>(isOfKind: boolean, _rest: string): _rest is K => isOfKind;
