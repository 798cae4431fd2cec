import { Button, Paper, Radio, Stack, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';

const usual = ['time', 'interest', 'ill', 'other'] as const;
type Usual = (typeof usual)[number];

/** Why the person cannot come; the centre reads it to call them back rightly. */
export function CancelForm({
  isBusy,
  error,
  onCancel,
  onKeep,
}: {
  isBusy: boolean;
  error: unknown;
  onCancel: (reason: string) => void;
  onKeep: () => void;
}) {
  const { t } = useTranslation('ownAppointment');
  const [chosen, setChosen] = useState<Usual | null>(null);
  const [words, setWords] = useState('');
  const reason = chosen === 'other' ? words.trim() : chosen ? t(`reason.${chosen}`) : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason) onCancel(reason);
  };
  return (
    <Paper withBorder p="lg" radius="lg">
      <form onSubmit={submit}>
        <Stack>
          <Title order={2} size="h3">
            {t('cancelTitle')}
          </Title>
          <Radio.Group
            label={t('why')}
            value={chosen}
            onChange={(value) => setChosen(usual.find((one) => one === value) ?? null)}
          >
            <Stack gap="sm" mt="xs">
              {usual.map((one) => (
                <Radio key={one} size="md" value={one} label={t(`reason.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {chosen === 'other' && (
            <Textarea
              label={t('inYourWords')}
              required
              autosize
              minRows={2}
              maxLength={300}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
          {error !== null && <ErrorSentence error={error} />}
          <Button type="submit" size="lg" fullWidth color="red.9" loading={isBusy} disabled={reason === ''}>
            {t('cancel')}
          </Button>
          <Button size="lg" fullWidth variant="default" onClick={onKeep}>
            {t('keep')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
