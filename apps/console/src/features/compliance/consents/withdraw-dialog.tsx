import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatPhone } from '../../../shared/format.ts';
import { instantOf } from '../../../shared/local-day.ts';
import { useMe } from '../../../shared/session.tsx';
import { type Moment, MomentField } from '../../../shared/trade/moment-field.tsx';
import { type Consent, useWithdraw, type Withdrawal } from './consent-queries.ts';

const ways = ['oral', 'written', 'online'] as const satisfies readonly Withdrawal['how'][];

/** Takes a consent back, by the way the person said it; it cannot be undone but by a new consent of theirs. */
export function WithdrawDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useTranslation(['consents', 'shared']);
  const { timeZone } = useMe();
  const [how, setHow] = useState<Withdrawal['how']>('oral');
  const [said, setSaid] = useState<Moment>({ day: null, time: '' });
  const withdraw = useWithdraw(consent.id);
  const atMs = said.day === null ? undefined : instantOf(said.day, said.time || '00:00', timeZone);
  const send = () =>
    withdraw.mutate(
      { how, ...(typeof atMs === 'number' && { atMs }) },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: t('withdrawn') });
          onClose();
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('withdrawTitle')}>
      <Stack>
        <Text>
          {t('withdrawText', {
            number: formatPhone(consent.phoneNumber),
            object: consent.object ?? t('noObject'),
          })}
        </Text>
        <Radio.Group label={t('withdrawHow')} value={how} onChange={(value) => setHow(wayOf(value))}>
          <Stack gap="xs" mt="xs">
            {ways.map((way) => (
              <Radio key={way} value={way} label={t(`how.${way}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <MomentField
          label={t('withdrawWhen')}
          description={t('withdrawWhenHelp')}
          value={said}
          onChange={setSaid}
        />
        <Alert color="yellow" variant="light">
          {t('withdrawWarning')}
        </Alert>
        {withdraw.isError && <ErrorSentence error={withdraw.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shared:cancel')}
          </Button>
          <Button color="red" loading={withdraw.isPending} disabled={atMs === null} onClick={send}>
            {t('withdrawAction')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const wayOf = (value: string) => ways.find((way) => way === value) ?? 'oral';
