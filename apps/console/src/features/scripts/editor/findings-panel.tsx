import { Group, Loader, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../../shared/error-sentence.tsx';
import { frenchSpaces } from '../../../shared/french-spaces.ts';
import { placeWords } from '../document/place-words.ts';
import type { Finding } from '../script-queries.ts';
import type { Review } from '../use-review.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** What is wrong with the script for its campaign, found anew while it is typed. Each sentence leads to its place. */
export function FindingsPanel({ review }: { review: Review }) {
  const { t } = useTranslation('scripts');
  const { findings, jump } = useEditor();
  return (
    <section aria-label={t('findings.label')} id="findings">
      <Group justify="space-between" mb={6}>
        <Text fw={650} size="sm">
          {t('findings.label')}
        </Text>
        {review.isBusy && <Loader size={14} role="img" aria-label={t('findings.busy')} />}
      </Group>
      <Select
        size="xs"
        mb="xs"
        label={t('findings.target')}
        allowDeselect={false}
        data={[...review.targets]}
        value={review.target}
        onChange={(target) => target && review.onTarget(target)}
      />
      <div role="status" className="visually-hidden">
        {t('findings.count', { count: findings.length })}
      </div>
      {review.error !== null && <ErrorSentence error={review.error} onRetry={review.onRetry} />}
      {review.error === null && !review.isBusy && findings.length === 0 && (
        <Group gap={6} wrap="nowrap">
          <IconCircleCheck size={18} className={classes.good ?? ''} aria-hidden />
          <Text size="sm">{t('findings.none')}</Text>
        </Group>
      )}
      <FindingList findings={findings} onChoose={jump} />
    </section>
  );
}

/** Errors first; each is a button when there is somewhere to go. */
export function FindingList({
  findings,
  onChoose,
}: {
  findings: readonly Finding[];
  onChoose: (pointer: string) => void;
}) {
  const { t, i18n } = useTranslation('scripts');
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const errorsFirst = findings.toSorted((one, other) => rank(one) - rank(other));
  return (
    <Stack gap={4} component="ul" className={classes.findings ?? ''}>
      {errorsFirst.map(({ path, code, severity, sentence }) => (
        <li key={`${path} ${code} ${sentence.fr}`}>
          <UnstyledButton className={classes.finding ?? ''} onClick={() => onChoose(path)}>
            {severity === 'error' ? (
              <IconCircleX
                size={16}
                className={classes.error ?? ''}
                role="img"
                aria-label={t('findings.error')}
              />
            ) : (
              <IconAlertTriangle
                size={16}
                className={classes.warning ?? ''}
                role="img"
                aria-label={t('findings.warning')}
              />
            )}
            <span>
              <Text size="xs" c="dimmed" span display="block">
                {placeWords(path, t)}
              </Text>
              {language === 'fr' ? frenchSpaces(sentence.fr) : sentence.en}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </Stack>
  );
}

const rank = ({ severity }: Finding) => (severity === 'error' ? 0 : 1);
