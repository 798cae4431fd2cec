import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../shared/format.ts';
import type { Campaign } from '../../shared/trade/contract.ts';

/** How much of the campaign's leads is done with. */
export function PenetrationBar({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('campaigns');
  const { closed, leads } = campaign.counts;
  if (leads === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('noLead')}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      <Progress.Root size="lg">
        <Progress.Section
          value={(closed / leads) * 100}
          aria-label={t('penetrationLabel', { name: campaign.name })}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" className="figures">
        {t('penetration', { closed, leads })} · {formatShare(closed / leads, i18n.language)}
      </Text>
    </Stack>
  );
}
