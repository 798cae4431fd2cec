import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { type ApiKeyRow, useRevokeKey } from './key-queries.ts';

/** Revokes a key, once its name is typed: a program somewhere stops at once. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKeyRow; onClose: () => void }) {
  const { t } = useTranslation(['apiKeys', 'shared']);
  const revoke = useRevokeKey();
  const [typed, setTyped] = useState('');
  const isTyped = typed.trim() === apiKey.name;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isTyped) return;
    revoke.mutate(apiKey.id, {
      onSuccess: () => {
        notifications.show({ color: 'teal', message: t('wasRevoked', { name: apiKey.name }) });
        onClose();
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={t('revokeTitle', { name: apiKey.name })}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('revokeText')}</Text>
          <TextInput
            label={t('revokeType', { name: apiKey.name })}
            autoComplete="off"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {revoke.isError && <ErrorSentence error={revoke.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" color="red.9" disabled={!isTyped} loading={revoke.isPending}>
              {t('revoke')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
