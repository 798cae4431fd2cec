import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconPhoneOutgoing } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../shared/trade/contract.ts';
import { useWhyNot } from '../../shared/trade/use-why-not.ts';

/** Whether the campaign dials right now, and if not, why. */
export function DiallingSentence({ campaign, size = 'sm' }: { campaign: Campaign; size?: 'sm' | 'md' }) {
  const { t } = useTranslation('campaigns');
  const why = useWhyNot({ ...campaign, openLeads: campaign.counts.open, allLeads: campaign.counts.leads });
  const isTrouble = campaign.state === 'running' && troubles.has(campaign.blockedReason ?? '');
  const Picture = why === null ? IconPhoneOutgoing : isTrouble ? IconAlertTriangle : IconInfoCircle;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <Picture
        size={16}
        aria-hidden
        style={{ flexShrink: 0, marginTop: 3 }}
        color={`var(--mantine-color-${isTrouble ? 'red' : why === null ? 'teal' : 'gray'}-6)`}
      />
      <Text
        size={size}
        c={isTrouble ? 'light-dark(var(--mantine-color-red-9), var(--mantine-color-red-3))' : 'dimmed'}
      >
        {why ?? t('dialling')}
      </Text>
    </Group>
  );
}

/** Reasons that somebody has to mend, rather than wait for. */
const troubles: ReadonlySet<string> = new Set(['asterisk_down', 'no_dialer', 'refused_by_rule']);
