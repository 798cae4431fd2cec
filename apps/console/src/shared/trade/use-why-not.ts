import { useTranslation } from 'react-i18next';
import { useMe } from '../session.tsx';
import { type Dialling, whyNot } from './why-not.ts';

/** Why a campaign is not dialling right now, as a sentence in the person's language and zone; null when it is. */
export function useWhyNot(dialling: Dialling): string | null {
  const { t } = useTranslation('trade');
  const { timeZone } = useMe();
  const sentence = whyNot(dialling, timeZone);
  return sentence && t(sentence.key, sentence.values);
}
