import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../shared/booking/contract.ts';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import { CopyText } from '../../shared/secret-once.tsx';
import { ConfirmDialog } from '../../shared/trade/confirm-dialog.tsx';
import { feedQuery, useLinkCalendar } from './calendar-queries.ts';
import { InboundForm } from './inbound-form.tsx';

/** What the calendar tells other programs, and what it reads of them. */
export function LinksTab({ calendar }: { calendar: Calendar }) {
  return (
    <Stack>
      <Feed calendar={calendar} />
      <InboundForm calendar={calendar} />
    </Stack>
  );
}

function Feed({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation('calendars');
  const feed = useQuery(feedQuery(calendar.id));
  const link = useLinkCalendar(calendar.id);
  const [isAsking, setAsking] = useState(false);
  const renew = () =>
    link.mutate(
      { kind: 'renewFeed' },
      {
        onSuccess: () => notifications.show({ color: 'teal', message: t('feed.renewed') }),
        onError: notifyError,
        onSettled: () => setAsking(false),
      },
    );
  return (
    <Fieldset legend={t('feed.title')} styles={{ legend: { fontWeight: 650 } }}>
      <Stack gap="sm">
        <Text size="sm">{t('feed.text')}</Text>
        {feed.isError && <ErrorSentence error={feed.error} onRetry={() => void feed.refetch()} />}
        {feed.data && (
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t('feed.url')}
              readOnly
              style={{ flex: 1, minWidth: 260 }}
              value={feed.data.url}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyText text={feed.data.url} />
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => setAsking(true)}
            >
              {t('feed.renew')}
            </Button>
          </Group>
        )}
        <Text size="xs" c="dimmed">
          {t('feed.secret')}
        </Text>
      </Stack>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('feed.renewTitle')}
        action={t('feed.renew')}
        isBusy={link.isPending}
        onClose={() => setAsking(false)}
        onConfirm={renew}
      >
        {t('feed.renewText')}
      </ConfirmDialog>
    </Fieldset>
  );
}
