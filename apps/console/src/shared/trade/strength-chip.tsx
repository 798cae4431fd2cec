import { useTranslation } from 'react-i18next';
import type { RefusingRule } from '../api.ts';
import { Chip, type ChipColor } from './chip.tsx';

const colors: Record<RefusingRule['strength'], ChipColor> = {
  LAW: 'red',
  CODE: 'yellow',
  POLICY: 'blue',
  SAFETY: 'gray',
};

/** How binding a rule is: a law, a code of conduct, our own prudence, or the machine's safety. */
export function StrengthChip({ strength }: { strength: RefusingRule['strength'] }) {
  const { t } = useTranslation('trade');
  return <Chip color={colors[strength]}>{t(`strength.${strength}`)}</Chip>;
}
