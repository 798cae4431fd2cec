import type { Answer, ScriptQuestion } from '@alize/model';
import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { formatDateTime } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { isCarried } from './carried-answer.ts';
import classes from './desk.module.css';

/** Says of an answer that it was given in an earlier call; gone once it is given anew. */
export function CarriedSign({
  call,
  question,
  answer,
}: {
  call: CurrentCall;
  question: ScriptQuestion;
  answer: Answer | undefined;
}) {
  const { t, i18n } = useTranslation('desk');
  const { timeZone } = useMe();
  const { goesOnFrom } = call;
  if (!goesOnFrom || !isCarried(question.id, answer, goesOnFrom.answers)) return null;
  return (
    <Text size="xs" c="dimmed" mt={4} className={classes.sign ?? ''}>
      <IconHistory size={14} aria-hidden />
      {t('script.carried', { at: formatDateTime(goesOnFrom.atMs, i18n.language, timeZone) })}
    </Text>
  );
}
