import type { Scoring } from '@alize/model';
import { Button, Card, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/format.ts';
import { freshId } from '../document/new-parts.ts';
import { type PointsRange, pointsRange } from '../document/points-range.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';

/** How answers become a score, a stage and a verdict; or that nothing is scored. */
export function ScoringEditor() {
  const { t } = useTranslation('scripts');
  const { script, change } = useEditor();
  const { scoring } = script;
  const put = (next: Scoring | null, field?: string) =>
    change({ kind: 'change_script', to: { scoring: next } }, field);
  const range = pointsRange(script);
  return (
    <Stack gap="md" data-place="/scoring">
      <Switch
        label={t('scoring.isOn')}
        description={t('scoring.isOnHelp')}
        checked={scoring !== null}
        onChange={(event) => put(event.currentTarget.checked ? firstScoring(range, t) : null)}
      />
      {scoring && (
        <>
          <Card withBorder>
            <Text size="sm" mb="xs">
              {t('scoring.range', { ...range })}
            </Text>
            <StagesPicture scoring={scoring} range={range} />
          </Card>
          <NumberInput
            label={t('scoring.qualifiedFrom')}
            description={t('scoring.qualifiedFromHelp')}
            maw={380}
            data-place="/scoring/qualifiedFrom"
            value={scoring.qualifiedFrom}
            onChange={(value) => put({ ...scoring, qualifiedFrom: Number(value) || 0 }, 'qualifiedFrom')}
          />
          <Stages scoring={scoring} put={put} />
        </>
      )}
    </Stack>
  );
}

type Put = (scoring: Scoring | null, field?: string) => void;

function Stages({ scoring, put }: { scoring: Scoring; put: Put }) {
  const { t } = useTranslation('scripts');
  const { stages } = scoring;
  const add = () => {
    const id = freshId(
      'n',
      stages.map((stage) => stage.id),
    );
    put({ ...scoring, stages: [...stages, { id, label: '', from: (stages.at(-1)?.from ?? 0) + 10 }] });
  };
  return (
    <Stack gap={6} data-place="/scoring/stages">
      <Text size="sm" fw={500}>
        {t('scoring.stages')}
      </Text>
      {stages.map((stage, at) => (
        <Group key={stage.id} align="flex-end" wrap="nowrap" gap="xs" data-place={`/scoring/stages/${at}`}>
          <TextInput
            flex={1}
            maw={300}
            label={t('scoring.stageLabel')}
            aria-label={t('scoring.stageLabelOf', { place: at + 1 })}
            maxLength={80}
            data-place={`/scoring/stages/${at}/label`}
            value={stage.label}
            onChange={(event) =>
              put(
                { ...scoring, stages: stages.with(at, { ...stage, label: event.currentTarget.value }) },
                `stage${at}:label`,
              )
            }
          />
          <NumberInput
            w={140}
            label={t('scoring.from')}
            aria-label={t('scoring.fromOf', { place: at + 1 })}
            data-place={`/scoring/stages/${at}/from`}
            value={stage.from}
            onChange={(value) =>
              put(
                { ...scoring, stages: stages.with(at, { ...stage, from: Number(value) || 0 }) },
                `stage${at}:from`,
              )
            }
          />
          <MemberActions
            list="stage"
            name={stage.label || String(at + 1)}
            at={at}
            count={stages.length}
            onMove={(to) => {
              const other = stages[to];
              if (other) put({ ...scoring, stages: stages.with(at, other).with(to, stage) });
            }}
            onRemove={() => put({ ...scoring, stages: stages.toSpliced(at, 1) })}
          />
        </Group>
      ))}
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={14} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={add}
      >
        {t('scoring.addStage')}
      </Button>
    </Stack>
  );
}

/** The stages along the points there can be, with the mark from which a lead is qualified. */
function StagesPicture({ scoring, range }: { scoring: Scoring; range: PointsRange }) {
  const { t, i18n } = useTranslation('scripts');
  const stages = scoring.stages.toSorted((one, other) => one.from - other.from);
  const low = Math.min(range.min, stages[0]?.from ?? 0, scoring.qualifiedFrom);
  const high = Math.max(range.max, scoring.qualifiedFrom, ...stages.map(({ from }) => from), low + 1);
  const shareOf = (points: number) => (100 * (points - low)) / (high - low);
  const number = (points: number) => formatNumber(points, i18n.language);
  const parts = stages.map((stage, at) => ({
    ...stage,
    left: at === 0 ? 0 : shareOf(stage.from),
    right: shareOf(stages[at + 1]?.from ?? high),
  }));
  const words = [
    ...stages.map(({ label, from }) => t('scoring.stageSaid', { label: label || '…', from: number(from) })),
    t('scoring.qualifiedSaid', { from: number(scoring.qualifiedFrom) }),
  ].join(' ; ');
  return (
    <div role="img" aria-label={words} className={classes.stages}>
      <div className={classes.stageBar}>
        {parts.map(({ id, label, left, right }, at) => (
          <div
            key={id}
            className={classes.stage}
            data-stage={at % 5}
            style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }}
          >
            {label}
          </div>
        ))}
      </div>
      <div className={classes.mark} style={{ left: `${shareOf(scoring.qualifiedFrom)}%` }}>
        <span data-side={shareOf(scoring.qualifiedFrom) > 60 ? 'left' : 'right'}>
          {t('scoring.qualifiedMark', { from: number(scoring.qualifiedFrom) })}
        </span>
      </div>
      <div className={classes.stageScale}>
        <span>{number(low)}</span>
        <span>{number(high)}</span>
      </div>
    </div>
  );
}

/** Three even stages, qualified from the last. */
function firstScoring(
  { min, max }: PointsRange,
  t: ReturnType<typeof useTranslation<'scripts'>>['t'],
): Scoring {
  const top = max > min ? max : min + 100;
  const at = (share: number) => Math.round(min + (top - min) * share);
  return {
    stages: [
      { id: 'n1', label: t('scoring.cold'), from: min },
      { id: 'n2', label: t('scoring.warm'), from: at(0.4) },
      { id: 'n3', label: t('scoring.hot'), from: at(0.7) },
    ],
    qualifiedFrom: at(0.7),
  };
}
