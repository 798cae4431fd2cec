import type { NetworkResult, Progress } from '@alize/model';
import { Group, Text } from '@mantine/core';
import {
  type Icon,
  IconAntennaBarsOff,
  IconBan,
  IconClockX,
  IconPhoneCheck,
  IconPhoneOff,
  IconPhoneOutgoing,
  IconPhonePause,
  IconQuestionMark,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const looks: Record<NetworkResult, { icon: Icon; color: string }> = {
  answered: { icon: IconPhoneCheck, color: 'teal' },
  busy: { icon: IconPhonePause, color: 'orange' },
  no_answer: { icon: IconClockX, color: 'blue' },
  invalid_number: { icon: IconPhoneOff, color: 'gray' },
  congestion: { icon: IconAntennaBarsOff, color: 'pink' },
  cancelled: { icon: IconBan, color: 'gray' },
  unknown: { icon: IconQuestionMark, color: 'gray' },
};

/** What the network made of a call, or how far it is. */
export function ResultWord({ result, progress }: { result: NetworkResult | null; progress: Progress }) {
  const { t } = useTranslation(['shared', 'trade']);
  const { icon: Picture, color } = result ? looks[result] : { icon: IconPhoneOutgoing, color: 'gray' };
  return (
    <Group gap={6} wrap="nowrap">
      <Picture size={16} aria-hidden color={`var(--mantine-color-${color}-6)`} style={{ flexShrink: 0 }} />
      <Text fz="inherit">
        {result ? t(`shared:networkResult.${result}`) : t(`trade:progress.${progress}`)}
      </Text>
    </Group>
  );
}
