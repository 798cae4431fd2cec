import {
  type Icon,
  IconCircleCheck,
  IconClockPause,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type CampaignStatus, campaignStatus } from './campaign-status.ts';
import { Chip, type ChipColor } from './chip.tsx';

const looks: Record<CampaignStatus, { icon: Icon; color: ChipColor }> = {
  draft: { icon: IconPencil, color: 'gray' },
  running: { icon: IconPlayerPlay, color: 'teal' },
  paused: { icon: IconPlayerPause, color: 'yellow' },
  stopped: { icon: IconPlayerStop, color: 'red' },
  outside_schedule: { icon: IconClockPause, color: 'blue' },
  finished: { icon: IconCircleCheck, color: 'grape' },
};

/** A campaign's state by colour, icon and word. */
export function CampaignStatusBadge({
  campaign,
  size = 'lg',
}: {
  campaign: Parameters<typeof campaignStatus>[0];
  size?: 'lg' | 'xl';
}) {
  const { t } = useTranslation('trade');
  const status = campaignStatus(campaign);
  const { icon: Picture, color } = looks[status];
  return (
    <Chip size={size} color={color} icon={<Picture size={14} aria-hidden />}>
      {t(`campaignStatus.${status}`)}
    </Chip>
  );
}
