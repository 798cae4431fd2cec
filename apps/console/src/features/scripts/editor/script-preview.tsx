import type { Answer, Answers, CampaignKind } from '@alize/model';
import { missingAnswers, nextStepId, pathOf, type ScriptContext } from '@alize/scripts';
import { Button, Card, Group, Modal, SegmentedControl, Stack, Switch, Text, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsShuffle,
  IconMessageCircleQuestion,
  IconRotate,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SayText } from '../../../shared/script/say-text.tsx';
import { ScriptStepView } from '../../../shared/script/script-step.tsx';
import { useMe } from '../../../shared/session.tsx';
import { type Example, exampleOf, firstExample } from '../document/example-lead.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { EndOfScript, PathPanel, ScorePanel } from './preview-panels.tsx';

/** The script as the agent will see it, to be gone through with an example lead; nothing of it is kept. */
export function ScriptPreview({ kind }: { kind: CampaignKind }) {
  const { t, i18n } = useTranslation('scripts');
  const { script, fields, openStep } = useEditor();
  const { name, client, timeZone } = useMe();
  const [example, setExample] = useState<Example>(firstExample);
  const [answers, setAnswers] = useState<Answers>({});
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isInsisting, setInsisting] = useState(false);
  const { context, facts } = exampleOf(example, {
    columns: fields.filter(({ isOwn }) => isOwn).map(({ placeholder }) => placeholder),
    language: i18n.language === 'en' ? 'en' : 'fr',
    agentName: name,
    clientName: client?.name ?? t('preview.client'),
    script,
    answers,
  });
  const path = pathOf(script, answers, facts);
  const isKnown = chosenId === 'end' || (chosenId !== null && path.includes(chosenId));
  const stepId = isKnown ? chosenId : (path[0] ?? 'end');
  const step = script.steps.find(({ id }) => id === stepId);
  const missing = step ? missingAnswers(script, stepId, answers, facts) : [];
  const goTo = (id: string) => {
    setInsisting(false);
    setChosenId(id);
  };
  const answer = (id: string, value: Answer | null) =>
    setAnswers((before) => {
      const { [id]: _, ...others } = before;
      return value === null ? others : { ...others, [id]: value };
    });
  const next = () => {
    if (missing.length > 0 && !isInsisting) setInsisting(true);
    else goTo(nextStepId(script, stepId, answers, facts));
  };
  const before = path[(step ? path.indexOf(stepId) : path.length) - 1];
  const restart = () => {
    setAnswers({});
    goTo(path[0] ?? 'end');
  };
  if (script.steps.length === 0) return <Text c="dimmed">{t('preview.empty')}</Text>;
  return (
    <div className={classes.preview}>
      <Stack gap="sm">
        <Group gap="md" role="group" aria-label={t('preview.example')}>
          <SegmentedControl
            size="xs"
            aria-label={t('preview.civility')}
            data={[
              { value: 'Mme', label: t('preview.mme') },
              { value: 'M', label: t('preview.m') },
              { value: '', label: t('preview.unknown') },
            ]}
            value={example.civility ?? ''}
            onChange={(value) =>
              setExample({ ...example, civility: value === 'M' || value === 'Mme' ? value : null })
            }
          />
          <Switch
            size="sm"
            label={t('preview.bare')}
            checked={example.isBare}
            onChange={(event) => setExample({ ...example, isBare: event.currentTarget.checked })}
          />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconArrowsShuffle size={15} aria-hidden />}
            onClick={() => setExample({ ...example, seed: example.seed + 1 })}
          >
            {t('preview.draw')}
          </Button>
          <Objections context={context} />
        </Group>
        <Card
          withBorder
          className={classes.previewStage ?? ''}
          component="section"
          aria-label={t('preview.label')}
        >
          {step ? (
            <ScriptStepView
              key={stepId}
              audience="agent"
              script={script}
              step={step}
              number={path.indexOf(stepId) + 1}
              answers={answers}
              facts={facts}
              context={context}
              timeZone={timeZone}
              missing={isInsisting ? missing : []}
              onAnswer={answer}
            />
          ) : (
            <EndOfScript kind={kind} answers={answers} facts={facts} />
          )}
        </Card>
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            disabled={before === undefined}
            onClick={() => before !== undefined && goTo(before)}
          >
            {t('preview.back')}
          </Button>
          <Group gap="xs">
            <Button variant="subtle" leftSection={<IconRotate size={16} aria-hidden />} onClick={restart}>
              {t('preview.restart')}
            </Button>
            {step && (
              <Button variant="subtle" onClick={() => openStep(step.id)}>
                {t('preview.edit')}
              </Button>
            )}
            {step && (
              <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={next}>
                {t(isInsisting && missing.length > 0 ? 'preview.skip' : 'preview.next')}
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
      <Stack gap="md">
        <PathPanel path={path} stepId={stepId} onStep={goTo} />
        {script.scoring && <ScorePanel answers={answers} facts={facts} />}
      </Stack>
    </div>
  );
}

function Objections({ context }: { context: ScriptContext }) {
  const { t } = useTranslation(['scripts', 'shared']);
  const { script } = useEditor();
  const [isOpen, setOpen] = useState(false);
  if (script.objections.length === 0) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconMessageCircleQuestion size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('part.objections')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="lg" title={t('part.objections')}>
        <Stack>
          {script.objections.map(({ title, answer }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an objection has no name but its place in the list
            <section key={at}>
              <Title order={3} size="h6" mb={4}>
                {title}
              </Title>
              <SayText text={answer} context={context} audience="agent" isPlain />
            </section>
          ))}
        </Stack>
      </Modal>
    </>
  );
}
