import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure, useSessionStorage } from '@mantine/hooks';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../shared/api.ts';
import type { CurrentCall } from '../../shared/contract.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import classes from './desk.module.css';
import { useDeskAction } from './use-desk-action.ts';

/**
 * The person takes their consent back by word of mouth: one button, or its keys, and a question. The call goes on, and
 * its disposition is chosen as ever (C. conso. R.223-3).
 */
export function ConsentWithdrawal({ call: { attemptId, campaign } }: { call: CurrentCall }) {
  const { t } = useTranslation('desk');
  const [isAsking, dialog] = useDisclosure(false);
  // Kept for a reloaded page; saying it twice would change nothing.
  const [noted, setNoted] = useSessionStorage({
    key: 'alize.withdrawn',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const isNoted = noted === attemptId;
  const withdraw = useMutation({
    mutationFn: () => ask(api.v1.agent.call[':attemptId'].withdrawal.$post({ param: { attemptId } })),
    onSuccess: () => {
      setNoted(attemptId);
      dialog.close();
    },
  });
  const open = () => {
    withdraw.reset();
    dialog.open();
  };
  useDeskAction((action) => {
    if (action.kind !== 'withdraw' || isNoted) return false;
    open();
    return true;
  });
  return (
    // In sight however long the history above it is: withdrawing must be as easy as consenting.
    <section
      className={classes.card}
      style={{ position: 'sticky', bottom: 0 }}
      aria-label={t('withdrawal.label')}
    >
      {isNoted ? (
        <Group role="status" gap="xs" wrap="nowrap" align="flex-start">
          <IconCircleCheck size={20} color="var(--console-good)" aria-hidden style={{ flexShrink: 0 }} />
          <Text size="sm">{t('withdrawal.noted', { client: campaign.clientName })}</Text>
        </Group>
      ) : (
        <Button
          fullWidth
          variant="default"
          px={6}
          fz={13}
          leftSection={<IconHandStop size={18} aria-hidden />}
          aria-keyshortcuts="Control+Shift+X"
          onClick={open}
        >
          {t('withdrawal.button')}
        </Button>
      )}
      <Ask
        isOpen={isAsking}
        clientName={campaign.clientName}
        isSending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={dialog.close}
      />
    </section>
  );
}

function Ask(props: {
  isOpen: boolean;
  clientName: string;
  isSending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['desk', 'shared']);
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={t('withdrawal.title')}>
      <Stack>
        <Text>{t('withdrawal.text', { client: props.clientName })}</Text>
        {props.error != null && <ErrorSentence error={props.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t('shared:cancel')}
          </Button>
          <Button color="red.9" loading={props.isSending} onClick={props.onConfirm} data-autofocus>
            {t('withdrawal.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
