import type { CampaignId, LeadId } from '@alize/model';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slotsQuery } from '../../shared/booking/booking-queries.ts';
import type { Slot } from '../../shared/booking/contract.ts';
import { SlotPicker } from '../../shared/booking/slot-picker.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { nowMs } from '../../shared/server-clock.ts';
import { useRefresh } from '../../shared/use-refresh.ts';

const daysShown = 14;
const dayMs = 24 * 3_600_000;

/** Free times for a lead, two weeks at a time. */
export function LeadSlots({
  campaignId,
  leadId,
  chosen,
  onChoose,
}: {
  campaignId: CampaignId;
  leadId: LeadId;
  chosen: Slot | null;
  onChoose: (slot: Slot) => void;
}) {
  const { t } = useTranslation('appointments');
  const [begunAt] = useState(nowMs);
  const [steps, setSteps] = useState(0);
  const fromMs = steps === 0 ? null : begunAt + steps * daysShown * dayMs;
  const query = slotsQuery(campaignId, leadId, fromMs, daysShown);
  const slots = useQuery(query);
  useEventsOf('appointment.changed', useRefresh(query.queryKey, 1000));
  return (
    <Stack gap="sm">
      {slots.isError && <ErrorSentence error={slots.error} onRetry={() => void slots.refetch()} />}
      {slots.isPending && <Skeleton height={170} />}
      {slots.data && (
        <SlotPicker slots={slots.data.data} zone={slots.data.timeZone} chosen={chosen} onChoose={onChoose} />
      )}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={steps === 0}
          leftSection={<IconChevronLeft size={14} aria-hidden />}
          onClick={() => setSteps(steps - 1)}
        >
          {t('slots.sooner')}
        </Button>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronRight size={14} aria-hidden />}
          onClick={() => setSteps(steps + 1)}
        >
          {t('slots.later')}
        </Button>
      </Group>
    </Stack>
  );
}
