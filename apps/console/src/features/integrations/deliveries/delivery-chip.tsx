import type { DeliveryState } from '@alize/model';
import { IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../shared/trade/chip.tsx';

const looks = {
  due: ['yellow', IconClock],
  sent: ['teal', IconCircleCheck],
  dead: ['red', IconCircleX],
} as const;

export function DeliveryChip({ state }: { state: DeliveryState }) {
  const { t } = useTranslation('integrations');
  const [color, Picture] = looks[state];
  return (
    <Chip color={color} icon={<Picture size={14} aria-hidden />}>
      {t(`state.${state}`)}
    </Chip>
  );
}
