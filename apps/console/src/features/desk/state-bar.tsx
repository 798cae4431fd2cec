import { chosenPauseReasons } from '@alize/model';
import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconCoffee, IconDoorExit, IconKeyboard, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import type { AgentView } from '../../shared/contract.ts';
import { notifyError } from '../../shared/error-sentence.tsx';
import { useIsLive } from '../../shared/events.ts';
import { StateBadge } from '../../shared/state-badge.tsx';
import { CallbacksMenu } from './callbacks-menu.tsx';
import { ConnectionLights } from './connection-lights.tsx';
import classes from './desk.module.css';
import { receiving } from './receiving.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import type { Softphone } from './softphone.ts';
import { useDeskAction } from './use-desk-action.ts';

type PauseReason = (typeof chosenPauseReasons)[number];

/** What the agent is doing, since when, whether calls come in or why not, and the ways to change it. */
export function StateBar(props: { agent: AgentView; phone: Softphone; onSignedOut: () => void }) {
  const { agent } = props;
  const { t } = useTranslation(['desk', 'shared']);
  const word = t(`shared:agentState.${agent.state}`);
  const reason =
    agent.state === 'paused' && agent.pauseReason ? ` · ${t(`shared:pauseReason.${agent.pauseReason}`)}` : '';
  const [isHelpOpen, setHelpOpen] = useState(false);
  useDeskAction((action) => {
    if (action.kind === 'help') setHelpOpen(true);
    return action.kind === 'help';
  });
  return (
    <section className={classes.bar} aria-label={t('state.label')}>
      <StateBadge size="lg" state={agent.state} word={word + reason} sinceMs={agent.sinceMs} />
      <span role="status" className="visually-hidden">
        {t('state.announced', { state: word })}
      </span>
      <StateButtons agent={agent} onSignedOut={props.onSignedOut} />
      <Group gap="sm" ml="auto" wrap="nowrap">
        <CallbacksMenu callbacks={agent.callbacks} />
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('shortcuts.open')}
          title={t('shortcuts.open')}
          onClick={() => setHelpOpen(true)}
        >
          <IconKeyboard size={20} aria-hidden />
        </ActionIcon>
      </Group>
      <div className={classes.subBar}>
        <ReceivingSentence agent={agent} phone={props.phone} />
        <ConnectionLights phone={props.phone} />
      </div>
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </section>
  );
}

function ReceivingSentence({ agent, phone }: { agent: AgentView; phone: Softphone }) {
  const { t } = useTranslation(['desk', 'shared']);
  const { line } = useSyncExternalStore(phone.subscribe, phone.current);
  const why = receiving(agent, line, useIsLive());
  const isBroken = [
    'no_server',
    'line_down',
    'line_down_in_call',
    'no_audio',
    'no_microphone',
    'no_campaign',
  ].includes(why);
  const reason = agent.pauseReason ? t(`shared:pauseReason.${agent.pauseReason}`).toLowerCase() : '';
  return (
    <Text
      size="sm"
      role="status"
      className={classes.sentence ?? ''}
      data-receiving={why}
      data-severity={isBroken ? 'broken' : 'calm'}
    >
      {t(`receiving.${why}`, { reason })}
    </Text>
  );
}

function StateButtons({ agent, onSignedOut }: { agent: AgentView; onSignedOut: () => void }) {
  const { t } = useTranslation(['desk', 'shared']);
  const ready = useMutation({ mutationFn: () => ask(api.v1.agent.ready.$post()), onError: notifyError });
  const pause = useMutation({
    mutationFn: (reason: PauseReason) => ask(api.v1.agent.pause.$post({ json: { reason } })),
    onError: notifyError,
  });
  const signOut = useMutation({
    mutationFn: () => ask(api.v1.agent['sign-out'].$post()),
    onSuccess: onSignedOut,
    onError: notifyError,
  });
  const isInCall = agent.state === 'talking' || agent.state === 'wrap_up';
  const isPending = agent.wishedPause !== null;
  useDeskAction((action) => {
    if (action.kind !== 'pause') return false;
    if (isPending) ready.mutate();
    else if (agent.state !== 'paused') pause.mutate('break');
    return true;
  });
  return (
    <>
      {agent.state === 'paused' && (
        <Button
          size="sm"
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          loading={ready.isPending}
          onClick={() => ready.mutate()}
        >
          {t('state.ready')}
        </Button>
      )}
      {isPending && agent.wishedPause && (
        <Button
          size="sm"
          variant="light"
          color="yellow"
          c="light-dark(#5f4700, #ffe08a)"
          rightSection={<IconX size={16} aria-hidden />}
          aria-label={`${t('state.pending', { reason: t(`shared:pauseReason.${agent.wishedPause}`) })}. ${t('state.cancelPending')}`}
          onClick={() => ready.mutate()}
        >
          {t('state.pending', { reason: t(`shared:pauseReason.${agent.wishedPause}`) })}
        </Button>
      )}
      {agent.state !== 'offline' && !isPending && (
        <PauseMenu
          label={isInCall ? t('state.pauseAfterCall') : t('state.pause')}
          isSending={pause.isPending}
          onChoose={(reason) => pause.mutate(reason)}
        />
      )}
      {agent.state === 'paused' && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          c="light-dark(var(--mantine-color-gray-8), var(--mantine-color-gray-3))"
          leftSection={<IconDoorExit size={18} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {t('state.signOut')}
        </Button>
      )}
    </>
  );
}

function PauseMenu(props: { label: string; isSending: boolean; onChoose: (reason: PauseReason) => void }) {
  const { t } = useTranslation(['desk', 'shared']);
  return (
    <Menu width={220} position="bottom-start">
      <Menu.Target>
        <Button
          size="sm"
          variant="default"
          loading={props.isSending}
          leftSection={<IconCoffee size={18} aria-hidden />}
        >
          {props.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('state.pauseReasons')}</Menu.Label>
        {chosenPauseReasons.map((reason) => (
          <Menu.Item key={reason} onClick={() => props.onChoose(reason)}>
            {t(`shared:pauseReason.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
