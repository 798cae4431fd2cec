import type { Disposition } from '@alize/model';
import { Button, Group, Kbd, Modal, Text, Title, UnstyledButton } from '@mantine/core';
import { IconScript } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem, api, ask } from '../../shared/api.ts';
import type { CurrentCall, DispositionBody } from '../../shared/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import type { AnswersDraft } from '../../shared/script/answers-draft.ts';
import { useSingleKeys } from '../../shared/single-keys.ts';
import { CallbackDialog } from './callback-dialog.tsx';
import classes from './desk.module.css';
import { digitOf } from './shortcuts.ts';
import { agentQuery } from './use-agent.ts';
import { useDeskAction } from './use-desk-action.ts';
import { WrapUpClock } from './wrap-up-clock.tsx';

/** How the call ended: one button, or one digit, and the agent is free for the next. */
export function DispositionPanel({
  call,
  draft,
  proposed,
  lacksSlot,
  onSlotGone,
}: {
  call: CurrentCall;
  draft: AnswersDraft;
  /** What the script says; null when it says nothing. */
  proposed: Disposition | null;
  /** The script asks for an appointment, and no time is held: a success is asked about first. */
  lacksSlot: boolean;
  /** Its time has gone to somebody else: nothing is stored, another is to be offered. */
  onSlotGone: () => void;
}) {
  const { t } = useTranslation('desk');
  const [asked, setAsked] = useState<Disposition | null>(null);
  const [hasSingleKeys] = useSingleKeys();
  const dispose = useDispose(call, draft, onSlotGone);
  const isOver = call.endedAtMs !== null;
  const choose = (disposition: Disposition) => {
    if (dispose.isPending) return;
    dispose.reset();
    const isDoubtful = disposition === 'success' && lacksSlot;
    if (isOver && disposition !== 'callback' && !isDoubtful) dispose.mutate({ disposition });
    else setAsked(disposition);
  };
  useDeskAction((action) => {
    const disposition = action.kind === 'dispose' ? call.dispositions[action.number - 1] : undefined;
    if (!disposition || !isOver) return false;
    choose(disposition);
    return true;
  });
  const send = (body: DispositionBody) => dispose.mutate(body, { onSuccess: () => setAsked(null) });
  return (
    <section className={classes.card} aria-labelledby="disposition-title">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={8}>
        <div>
          <Title order={2} size="h5" id="disposition-title">
            {t('disposition.label')}
          </Title>
          <Text size="xs" c="dimmed">
            {t(isOver ? 'disposition.choose' : 'disposition.afterCall')}
          </Text>
        </div>
        {call.endedAtMs !== null && call.wrapUpEndsAtMs !== null && (
          <WrapUpClock startedAtMs={call.endedAtMs} endsAtMs={call.wrapUpEndsAtMs} />
        )}
      </Group>
      {dispose.error && !asked && <ErrorSentence error={dispose.error} />}
      <div style={{ display: 'grid', gap: 3 }}>
        {call.dispositions.map((disposition, index) => (
          <DispositionButton
            key={disposition}
            disposition={disposition}
            digit={hasSingleKeys ? digitOf(index) : null}
            isActive={isOver}
            isProposed={disposition === proposed}
            isDisabled={dispose.isPending}
            onChoose={() => choose(disposition)}
          />
        ))}
      </div>
      {asked === 'callback' && (
        <CallbackDialog
          phoneNumber={call.lead.phoneNumber}
          isSending={dispose.isPending}
          error={dispose.error}
          onSubmit={(callback) => send({ disposition: 'callback', ...callback })}
          onClose={() => setAsked(null)}
        />
      )}
      {asked !== null && asked !== 'callback' && (
        <Confirm
          disposition={asked}
          isOver={isOver}
          lacksSlot={lacksSlot}
          isSending={dispose.isPending}
          error={dispose.error}
          onConfirm={() => send({ disposition: asked })}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** Keeps what was typed, then ends the call by the disposition. */
function useDispose(call: CurrentCall, draft: AnswersDraft, onSlotGone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (json: DispositionBody) => {
      await draft.flush();
      await ask(
        api.v1.agent.call[':attemptId'].disposition.$post({ param: { attemptId: call.attemptId }, json }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: agentQuery.queryKey }),
    onError: (error) => error instanceof ApiProblem && error.code === 'slot_gone' && onSlotGone(),
  });
}

function DispositionButton(props: {
  disposition: Disposition;
  digit: number | null;
  isActive: boolean;
  isProposed: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation(['desk', 'shared']);
  return (
    <UnstyledButton
      className={classes.disposition ?? ''}
      disabled={props.isDisabled}
      {...(props.isActive && { 'data-active': true })}
      {...(props.isProposed && { 'data-proposed': true })}
      {...(props.digit !== null && { 'aria-keyshortcuts': String(props.digit) })}
      onClick={props.onChoose}
    >
      {props.digit !== null && (
        <Kbd size="xs" aria-hidden>
          {props.digit}
        </Kbd>
      )}
      {t(`shared:disposition.${props.disposition}`)}
      {props.isProposed && (
        <Text span size="xs" className={classes.proposed ?? ''}>
          <IconScript size={14} aria-hidden />
          {t('disposition.proposed')}
        </Text>
      )}
    </UnstyledButton>
  );
}

/** While the person is still on the line, a slip of the mouse must not hang up; nor is a success without its slot one. */
function Confirm(props: {
  disposition: Disposition;
  isOver: boolean;
  lacksSlot: boolean;
  isSending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['desk', 'shared']);
  const { isOver, disposition } = props;
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t(isOver ? 'disposition.noSlotTitle' : 'disposition.confirmTitle')}
    >
      {disposition === 'success' && props.lacksSlot && <Text mb="md">{t('disposition.noSlot')}</Text>}
      {!isOver && (
        <Text mb="md">
          {t('disposition.confirm', { disposition: t(`shared:disposition.${disposition}`) })}
        </Text>
      )}
      {props.error != null && <ErrorSentence error={props.error} />}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {t('shared:cancel')}
        </Button>
        <Button color="red.9" loading={props.isSending} onClick={props.onConfirm} data-autofocus>
          {t(isOver ? 'disposition.noSlotButton' : 'disposition.confirmButton')}
        </Button>
      </Group>
    </Modal>
  );
}
