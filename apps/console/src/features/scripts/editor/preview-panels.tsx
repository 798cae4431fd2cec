import type { Answers, CampaignKind } from '@alize/model';
import { outcomeOf, pathOf, type ScriptFacts, scoreOf } from '@alize/scripts';
import { Badge, Card, Group, Progress, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The steps that these answers lead through; each can be gone to. */
export function PathPanel({
  path,
  stepId,
  onStep,
}: {
  path: readonly string[];
  stepId: string;
  onStep: (id: string) => void;
}) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const titleOf = (id: string) => script.steps.find((step) => step.id === id)?.title || t('steps.untitled');
  return (
    <Card withBorder component="nav" aria-label={t('preview.path')}>
      <Text fw={650} size="sm" mb={6}>
        {t('preview.path')}
      </Text>
      <ol className={classes.path}>
        {path.map((id) => (
          <li key={id}>
            <UnstyledButton
              className={classes.pathStep ?? ''}
              aria-current={id === stepId ? 'step' : undefined}
              onClick={() => onStep(id)}
            >
              {titleOf(id)}
            </UnstyledButton>
          </li>
        ))}
        <li>
          <UnstyledButton
            className={classes.pathStep ?? ''}
            aria-current={stepId === 'end' ? 'step' : undefined}
            onClick={() => onStep('end')}
          >
            {t('flow.end')}
          </UnstyledButton>
        </li>
      </ol>
    </Card>
  );
}

/** The score of these answers, and what it is made of. */
export function ScorePanel({ answers, facts }: { answers: Answers; facts: ScriptFacts }) {
  const { t, i18n } = useTranslation('scripts');
  const { script } = useEditor();
  const score = scoreOf(script, answers, facts);
  const stage = script.scoring?.stages.find(({ id }) => id === score.stageId)?.label;
  const number = (value: number) => formatNumber(value, i18n.language);
  const share = score.pointsMax > 0 ? Math.max(0, (100 * score.points) / score.pointsMax) : 0;
  const verdict = score.isDisqualified ? 'disqualified' : score.isQualified ? 'qualified' : 'notYet';
  return (
    <Card withBorder component="section" aria-label={t('preview.score')}>
      <Group justify="space-between" mb={6}>
        <Text fw={650} size="sm">
          {t('preview.score')}
        </Text>
        <Text size="sm" className="figures" role="status">
          {t('preview.points', { points: number(score.points), max: number(score.pointsMax) })}
        </Text>
      </Group>
      <Progress value={share} aria-label={t('preview.score')} mb={6} />
      <Group gap={6} mb={6}>
        {stage && (
          <Badge variant="default" tt="none">
            {stage}
          </Badge>
        )}
        <Text size="sm">{t(`preview.${verdict}`)}</Text>
      </Group>
      {score.parts
        .filter(({ points, isDisqualifying }) => points !== 0 || isDisqualifying)
        .map(({ questionId, label, points, isDisqualifying }) => (
          <Group key={questionId} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="xs" lineClamp={1}>
              {label}
            </Text>
            <Text size="xs" className="figures" style={{ whiteSpace: 'nowrap' }}>
              {isDisqualifying ? t('options.isDisqualifying') : `${points > 0 ? '+' : ''}${number(points)}`}
            </Text>
          </Group>
        ))}
    </Card>
  );
}

/** How the call would end: the disposition that the desk proposes, and what is still missing for the result. */
export function EndOfScript({
  kind,
  answers,
  facts,
}: {
  kind: CampaignKind;
  answers: Answers;
  facts: ScriptFacts;
}) {
  const { t } = useTranslation('scripts');
  const { script } = useEditor();
  const path = pathOf(script, answers, facts);
  const endings = path.flatMap((id) => script.steps.find((step) => step.id === id)?.ending ?? []);
  const ending = endings.at(-1);
  // What is missing for the result matters where there is one to store.
  const missing = ending === 'success' ? outcomeOf(kind, script, answers, facts).missing : [];
  const labelOf = (id: string) => {
    if (id === 'appointmentAt') return t('kind.appointment');
    const question = script.steps.flatMap((step) => step.questions).find((each) => each.id === id);
    return question?.label ?? t('preview.legal');
  };
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        <IconFlag size={20} aria-hidden /> {t('preview.ended')}
      </Title>
      <Text>
        {ending ? t('preview.proposes', { ending: t(`ending.${ending}`) }) : t('preview.proposesNone')}
      </Text>
      {missing.length > 0 && (
        <div>
          <Text size="sm" c="dimmed">
            {t('preview.missing')}
          </Text>
          <ul className={classes.plainList}>
            {missing.map((id) => (
              <li key={id}>{labelOf(id)}</li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}
