import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type Icon, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { type CampaignVerb, rulesOf, useCampaignVerb } from './campaign-changes.ts';
import { faultsOfScript, UnfitScriptDialog } from './unfit-script.tsx';
import { UnlawfulDialog } from './unlawful-dialog.tsx';

const looks: Record<CampaignVerb, { icon: Icon; color: string }> = {
  start: { icon: IconPlayerPlay, color: 'teal' },
  pause: { icon: IconPlayerPause, color: 'yellow' },
  stop: { icon: IconPlayerStop, color: 'red' },
};

/** What can be asked of a campaign in its state. */
export function verbsOf(state: Campaign['state']): readonly CampaignVerb[] {
  if (state === 'running') return ['pause', 'stop'];
  return state === 'paused' ? ['start', 'stop'] : ['start'];
}

/**
 * Start, pause and stop; stopping is asked about first, and starting with a script that does not suit the campaign.
 * Icons alone in a table, words on the campaign's own page.
 */
export function CampaignActions({ campaign, isCompact }: { campaign: Campaign; isCompact: boolean }) {
  const { t } = useTranslation('campaigns');
  const [isAsking, dialog] = useDisclosure(false);
  const verb = useCampaignVerb(campaign.id);
  const name = campaign.name;
  const client = useQueryClient();
  const look = useMutation({
    mutationFn: () => faultsOfScript(client, campaign),
    onSuccess: (faults) => faults.length === 0 && verb.mutate('start'),
    // The api has the last word on a start, whether its script was looked at or not.
    onError: () => verb.mutate('start'),
  });
  const ask = (wanted: CampaignVerb) => {
    if (wanted === 'stop') return dialog.open();
    // Who goes on after a pause has seen it before.
    return wanted === 'start' && campaign.state !== 'paused' ? look.mutate() : verb.mutate(wanted);
  };
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {verbsOf(campaign.state).map((one) => {
        const { icon: Picture, color } = looks[one];
        const isBusy = (verb.isPending && verb.variables === one) || (one === 'start' && look.isPending);
        return isCompact ? (
          <Tooltip key={one} label={t(one)}>
            <ActionIcon
              size="lg"
              variant="light"
              color={color}
              loading={isBusy}
              aria-label={t(`${one}Of`, { name })}
              onClick={() => ask(one)}
            >
              <Picture size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : (
          <Button
            key={one}
            variant={one === 'start' ? 'filled' : 'default'}
            loading={isBusy}
            leftSection={<Picture size={18} aria-hidden />}
            onClick={() => ask(one)}
          >
            {t(one)}
          </Button>
        );
      })}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('stopTitle')}
        action={t('stopAction')}
        isBusy={verb.isPending}
        onClose={dialog.close}
        onConfirm={() => verb.mutate('stop', { onSettled: dialog.close })}
      >
        {t('stopText', { name })}
      </ConfirmDialog>
      {look.data && look.data.length > 0 && (
        <UnfitScriptDialog
          campaign={campaign}
          faults={look.data}
          isBusy={verb.isPending}
          onStart={() => verb.mutate('start', { onSettled: look.reset })}
          onClose={look.reset}
        />
      )}
      {verb.isError && rulesOf(verb.error).length > 0 && (
        <UnlawfulDialog campaign={campaign} error={verb.error} onClose={() => verb.reset()} />
      )}
    </Group>
  );
}
