import type { HandoverState } from '@alize/model';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../shared/trade/chip.tsx';

const looks = {
  handed_over: ['blue', IconClock],
  accepted: ['teal', IconCheck],
  rejected: ['red', IconX],
} as const;

/** What became of a lead that was handed over, as a word with its sign. */
export function HandoverStateChip({ state }: { state: HandoverState }) {
  const { t } = useTranslation('handovers');
  const [color, Sign] = looks[state];
  return (
    <Chip color={color} icon={<Sign size={12} aria-hidden />}>
      {t(`state.${state}`)}
    </Chip>
  );
}
