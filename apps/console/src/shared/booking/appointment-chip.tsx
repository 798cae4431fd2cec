import type { AppointmentState } from '@alize/model';
import {
  type Icon,
  IconCalendarCheck,
  IconCalendarX,
  IconCircleCheck,
  IconHourglass,
  IconUserCheck,
  IconUserX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip, type ChipColor } from '../trade/chip.tsx';

const looks: Record<AppointmentState, readonly [ChipColor, Icon]> = {
  held: ['yellow', IconHourglass],
  booked: ['blue', IconCalendarCheck],
  kept: ['teal', IconCircleCheck],
  no_show: ['red', IconUserX],
  cancelled: ['gray', IconCalendarX],
  released: ['gray', IconCalendarX],
};

/** An appointment's state: a word and a picture; the person's own "I will come" is one more. */
export function AppointmentChip({ state, isConfirmed }: { state: AppointmentState; isConfirmed: boolean }) {
  const { t } = useTranslation('booking');
  const isSure = state === 'booked' && isConfirmed;
  const [color, Picture] = isSure ? (['teal', IconUserCheck] as const) : looks[state];
  return (
    <Chip color={color} icon={<Picture size={14} aria-hidden />}>
      {t(isSure ? 'confirmed' : `state.${state}`)}
    </Chip>
  );
}
