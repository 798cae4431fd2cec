import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { DeliveryResult } from '../deliveries/delivery-result.tsx';
import { sendTest, type Webhook } from './webhook-queries.ts';

/** Sends a test and shows what the receiver answered. */
export function TestDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'shared']);
  const test = useMutation({ mutationFn: () => sendTest(webhook.id) });
  const { mutate } = test;
  useEffect(() => mutate(), [mutate]);
  return (
    <Modal opened size="lg" onClose={onClose} title={t('testTitle')}>
      <Stack>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('testText', { url: webhook.url })}
        </Text>
        {test.isError && <ErrorSentence error={test.error} />}
        {test.isPending && <Loader size="sm" aria-label={t('shared:loading')} />}
        {test.data && <DeliveryResult key={test.data.deliveryId} id={test.data.deliveryId} />}
        <Group justify="flex-end">
          <Button variant="default" loading={test.isPending} onClick={() => mutate()}>
            {t('testAgain')}
          </Button>
          <Button onClick={onClose}>{t('shared:close')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
