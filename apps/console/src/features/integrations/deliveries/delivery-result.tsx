import type { DeliveryId } from '@alize/model';
import { Alert, Code, Group, Loader, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { type Delivery, deliveryQuery } from './delivery-queries.ts';

/** How often a delivery that is on its way is looked at: the event stream tells of its end, not of a try that fails. */
const askEveryMs = 500;

/** Its first try has ended; while it goes on, it is counted but not told. */
const isTried = ({ tries, state }: Delivery) => tries.length > 0 || state !== 'due';

/** Waits for the first try of a delivery, then says how it went and what the receiver answered. */
export function DeliveryResult({ id }: { id: DeliveryId }) {
  const { t } = useTranslation(['deliveries', 'integrations']);
  const delivery = useQuery({
    ...deliveryQuery(id),
    refetchInterval: ({ state }) => (state.data && isTried(state.data) ? false : askEveryMs),
  });
  if (delivery.isError) return <ErrorSentence error={delivery.error} />;
  const { data } = delivery;
  if (!data || !isTried(data)) {
    return (
      <Group gap="xs" role="status">
        <Loader size="sm" aria-hidden />
        <Text size="sm">{t('onItsWay')}</Text>
      </Group>
    );
  }
  const isSent = data.state === 'sent';
  const lastTry = data.tries.at(-1);
  return (
    <Alert
      // The theme's own title is too pale on this ground.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      role="status"
      variant="light"
      color={isSent ? 'teal' : 'red'}
      icon={isSent ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
      title={isSent ? t('taken') : data.failure ? t(`integrations:failure.${data.failure}`) : t('notTaken')}
    >
      <Stack gap="xs">
        {data.status !== null && (
          <Text size="sm">{t('answered', { status: data.status, ms: lastTry?.durationMs ?? 0 })}</Text>
        )}
        {data.answer && (
          <Code block mah={200} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
            {data.answer}
          </Code>
        )}
      </Stack>
    </Alert>
  );
}
