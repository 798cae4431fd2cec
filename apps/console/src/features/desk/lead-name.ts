import type { TFunction } from 'i18next';
import type { CurrentCall } from '../../shared/contract.ts';

/** `Mme Claire Martin`, or the company, or a word for neither. */
export function leadName(lead: CurrentCall['lead'], t: TFunction<'desk'>): string {
  const civility =
    lead.civility === 'M' || lead.civility === 'Mme' ? t(`lead.civility.${lead.civility}`) : '';
  const name = [lead.firstName, lead.lastName].filter(Boolean).join(' ');
  if (name === '') return lead.company ?? t('lead.unnamed');
  return civility === '' ? name : `${civility}\u00a0${name}`;
}
