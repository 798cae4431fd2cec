import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswersDraft } from '../../shared/script/answers-draft.ts';
import { useDraftContent } from '../../shared/script/use-draft-content.ts';
import classes from './desk.module.css';

export function NoteField({ draft }: { draft: AnswersDraft }) {
  const { t } = useTranslation('desk');
  const { note } = useDraftContent(draft);
  return (
    <section className={classes.card}>
      <Textarea
        label={t('script.note')}
        placeholder={t('script.notePlaceholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4000}
        value={note}
        onChange={(event) => draft.note(event.currentTarget.value)}
        onBlur={() => void draft.flush()}
      />
    </section>
  );
}
