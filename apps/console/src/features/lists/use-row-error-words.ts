import { useTranslation } from 'react-i18next';
import { fr } from './texts.ts';

type Known = keyof typeof fr.error;
const isKnown = (code: string): code is Known => Object.hasOwn(fr.error, code);

/** The sentence for a row's error code; the code itself in a sentence when it is a newer one. */
export function useRowErrorWords(): (code: string) => string {
  const { t } = useTranslation('lists');
  return (code) => (isKnown(code) ? t(`error.${code}`) : t('error.other', { code }));
}
