import { Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { IconCalendarCheck, IconUser } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../../shared/contract.ts';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { formatZone } from '../../../shared/format.ts';
import type { AppointmentField } from '../../../shared/script/script-step.tsx';
import { calleeZone } from '../callee-zone.ts';
import classes from './appointment.module.css';
import type { HeldSlot } from './held-slot.ts';
import { HoldClock } from './hold-strip.tsx';
import { SlotBoard } from './slot-board.tsx';
import { clockTime, slotWords } from './slot-words.ts';
import type { Hold } from './use-hold.ts';

/** The question that an appointment answers: the times on offer, or the one that is held. */
export function AppointmentQuestion({
  call,
  field,
  hold,
}: {
  call: CurrentCall;
  field: AppointmentField;
  hold: Hold;
}) {
  const { t } = useTranslation('desk');
  const { question } = field;
  const id = useId();
  const [isChanging, setChanging] = useState(false);
  const isHeld = hold.held !== null && field.answer === hold.held.id;
  return (
    <Input.Wrapper
      label={field.label}
      description={field.description}
      withAsterisk={question.isRequired}
      error={field.error}
      labelElement="div"
      labelProps={{ id }}
    >
      <Stack role="group" aria-labelledby={id} gap="sm" mt={6}>
        {hold.isGone && (
          <Text role="alert" size="sm" c="var(--console-bad)">
            {t('slot.gone')}
          </Text>
        )}
        {hold.error != null && <ErrorSentence error={hold.error} />}
        {hold.held && isHeld && (
          <HeldCard
            call={call}
            held={hold.held}
            hold={hold}
            isChanging={isChanging}
            onChange={() => setChanging((before) => !before)}
          />
        )}
        {(!isHeld || isChanging) && (
          <SlotBoard
            call={call}
            isSending={hold.isSending}
            onTake={(slot) => {
              setChanging(false);
              hold.take(question.id, slot);
            }}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

function HeldCard({
  call,
  held,
  hold,
  isChanging,
  onChange,
}: {
  call: CurrentCall;
  held: HeldSlot;
  hold: Hold;
  isChanging: boolean;
  onChange: () => void;
}) {
  const { t, i18n } = useTranslation('desk');
  const theirs = calleeZone(call.lead.phoneNumber);
  const said = clockTime(held.startsAtMs, i18n.language, theirs);
  const [note, setNote] = useState(held.note);
  return (
    <div className={classes.held}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={650} className={classes.line ?? ''}>
            <IconCalendarCheck size={20} aria-hidden />
            <span>{slotWords(held, i18n.language)}</span>
          </Text>
          {said !== clockTime(held.startsAtMs, i18n.language, held.timeZone) && (
            <Text size="sm" c="dimmed" className={classes.line ?? ''}>
              <IconUser size={16} aria-hidden />
              {t('slot.theirTime', { time: said, zone: formatZone(theirs) })}
            </Text>
          )}
        </div>
        <HoldClock held={held} />
      </Group>
      <TextInput
        size="xs"
        mt="xs"
        label={t('slot.note')}
        placeholder={t('slot.notePlaceholder')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onBlur={() => hold.note(note.trim())}
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" variant="default" aria-expanded={isChanging} onClick={onChange}>
          {t(isChanging ? 'slot.keep' : 'slot.change')}
        </Button>
        <Button size="xs" variant="subtle" loading={hold.isSending} onClick={hold.letGo}>
          {t('slot.letGo')}
        </Button>
      </Group>
    </div>
  );
}
