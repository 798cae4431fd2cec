import type { Score, Scoring } from '@alize/model';
import type { ScriptContext } from '@alize/scripts';
import { Group, Text, Title } from '@mantine/core';
import { IconBan, IconCircleCheck, IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../shared/format.ts';
import { LineText } from '../../shared/script/say-text.tsx';
import classes from './desk.module.css';
import { scorePicture, scoreVerdict } from './score-picture.ts';

/** The score as the agent types: where the lead stands among the stages, what is lacking, and what each answer brought. */
export function ScoreCard(props: { score: Score; scoring: Scoring; context: ScriptContext }) {
  const { score, scoring, context } = props;
  const { t, i18n } = useTranslation('desk');
  const points = formatNumber(score.points, i18n.language);
  const stage = scoring.stages.find(({ id }) => id === score.stageId);
  return (
    <section className={classes.card} aria-labelledby="score-title">
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={2} size="h5" id="score-title">
          {t('score.label')}
        </Title>
        <Text className={`${classes.figure} figures`}>
          {points}
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            / {formatNumber(score.pointsMax, i18n.language)}
          </Text>
        </Text>
      </Group>
      <Scale score={score} scoring={scoring} />
      {stage && (
        <Text size="sm">
          {t('score.stage')} <b>{stage.label}</b>
        </Text>
      )}
      <Verdict {...props} />
      <dl className={`${classes.scoreParts} figures`} aria-label={t('score.parts')}>
        {score.parts.map((part) => (
          <div key={part.questionId} {...(part.isDisqualifying && { 'data-out': true })}>
            <dt>
              <LineText text={part.label} context={context} audience="agent" />
            </dt>
            <dd>
              {part.isDisqualifying && <IconBan size={14} aria-label={t('score.disqualifies')} />}{' '}
              {formatNumber(part.points, i18n.language)} / {formatNumber(part.pointsMax, i18n.language)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Scale({ score, scoring }: { score: Score; scoring: Scoring }) {
  const { t, i18n } = useTranslation('desk');
  const { bands, at, qualifiedAt } = scorePicture(score, scoring);
  const percent = (place: number) => `${100 * place}%`;
  return (
    <div
      className={classes.scale}
      role="img"
      aria-label={t('score.picture', {
        points: formatNumber(score.points, i18n.language),
        from: formatNumber(scoring.qualifiedFrom, i18n.language),
      })}
    >
      {bands.map((band, index) => (
        <span
          key={band.id}
          className={classes.band}
          title={band.label}
          data-now={band.id === score.stageId}
          style={{
            left: percent(band.from),
            width: percent(band.to - band.from),
            opacity: 0.35 + (0.65 * (index + 1)) / bands.length,
          }}
        />
      ))}
      <span className={classes.threshold} style={{ left: percent(qualifiedAt) }} />
      <span className={classes.needle} data-out={score.isDisqualified} style={{ left: percent(at) }} />
    </div>
  );
}

function Verdict(props: { score: Score; scoring: Scoring; context: ScriptContext }) {
  const { t, i18n } = useTranslation('desk');
  const verdict = scoreVerdict(props.score, props.scoring);
  const [Picture, color] = verdictLooks[verdict.kind];
  return (
    <Text size="sm" c={color} role="status" component="div" className={classes.verdict ?? ''}>
      <Picture size={16} aria-hidden />
      <span>
        {verdict.kind === 'qualified' && t('score.qualified')}
        {verdict.kind === 'lacking' &&
          t('score.lacking', {
            count: verdict.points,
            points: formatNumber(verdict.points, i18n.language),
          })}
        {verdict.kind === 'disqualified' && (
          <>
            {t('score.disqualified')}{' '}
            <LineText text={verdict.by.join(', ')} context={props.context} audience="agent" />
          </>
        )}
      </span>
    </Text>
  );
}

const verdictLooks = {
  qualified: [IconCircleCheck, 'var(--console-good)'],
  disqualified: [IconBan, 'var(--console-bad)'],
  lacking: [IconTargetArrow, 'inherit'],
} as const;
