import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerdictBody } from './contract.ts';

/** Accepts at one press; a rejection asks for its reason first. */
export function VerdictForm({
  reasons,
  isBusy,
  onJudge,
}: {
  /** To choose from; none: any words. */
  reasons: readonly string[];
  isBusy: boolean;
  onJudge: (verdict: VerdictBody) => void;
}) {
  const { t } = useTranslation('handovers');
  const [isRejecting, setRejecting] = useState(false);
  if (isRejecting)
    return (
      <Rejection reasons={reasons} isBusy={isBusy} onJudge={onJudge} onBack={() => setRejecting(false)} />
    );
  return (
    <Group gap="sm">
      <Button
        size="md"
        color="teal.9"
        loading={isBusy}
        leftSection={<IconCheck size={18} aria-hidden />}
        onClick={() => onJudge({ verdict: 'accepted' })}
      >
        {t('verdict.accept')}
      </Button>
      <Button
        size="md"
        variant="default"
        disabled={isBusy}
        leftSection={<IconX size={18} aria-hidden />}
        onClick={() => setRejecting(true)}
      >
        {t('verdict.reject')}
      </Button>
    </Group>
  );
}

function Rejection({
  reasons,
  isBusy,
  onJudge,
  onBack,
}: {
  reasons: readonly string[];
  isBusy: boolean;
  onJudge: (verdict: VerdictBody) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('handovers');
  const [reason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const [isAsked, setAsked] = useState(false);
  const error = isAsked && !reason.trim() ? t('verdict.needReason') : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!reason.trim()) return;
    onJudge({ verdict: 'rejected', reason: reason.trim(), comment: comment.trim() || null });
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t('verdict.rejectTitle')}>
      <Stack gap="sm">
        <Text fw={650}>{t('verdict.rejectTitle')}</Text>
        {reasons.length > 0 ? (
          <Select
            label={t('verdict.reason')}
            placeholder={t('verdict.reasonPlaceholder')}
            data={[...reasons]}
            value={reason || null}
            error={error}
            onChange={(value) => setReason(value ?? '')}
          />
        ) : (
          <TextInput
            label={t('verdict.reasonWords')}
            maxLength={100}
            autoFocus
            value={reason}
            error={error}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Textarea
          label={t('verdict.comment')}
          description={t('verdict.commentHelp')}
          maxLength={1000}
          autosize
          minRows={2}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button type="submit" color="red.9" loading={isBusy}>
            {t('verdict.send')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={onBack}>
            {t('verdict.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
