import { legalMatters, type ScriptStep, scriptEndings } from '@alize/model';
import { Box, Button, Card, Chip, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowsSplit2, IconEye, IconNote, IconPlus, IconWorld } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAlways, questionsBefore } from '../document/condition-edit.ts';
import { BranchesEditor } from './branches-editor.tsx';
import { ConditionEditor } from './condition-editor.tsx';
import { useEditor } from './editor-context.tsx';
import { QuestionsEditor } from './questions-editor.tsx';
import { SayField } from './say-field.tsx';

/** Everything of one step. */
export function StepEditor({ step, at }: { step: ScriptStep; at: number }) {
  const { t } = useTranslation('scripts');
  const { change } = useEditor();
  const put = (to: Partial<Omit<ScriptStep, 'id'>>, field?: string) =>
    change({ kind: 'change_step', stepId: step.id, to }, field && `${step.id}:${field}`);
  const pointer = `/steps/${at}`;
  return (
    <Stack gap="md" data-place={pointer}>
      <Card withBorder>
        <Stack gap="md">
          <TextInput
            label={t('step.title')}
            description={t('step.titleHelp')}
            maxLength={200}
            data-place={`${pointer}/title`}
            value={step.title}
            onChange={(event) => put({ title: event.currentTarget.value }, 'title')}
          />
          <SayField
            label={t('step.say')}
            value={step.say}
            rows={3}
            pointer={`${pointer}/say`}
            isLegal={step.legal.length > 0}
            onChange={(say) => put({ say }, 'say')}
          />
          <LegalMatters step={step} pointer={`${pointer}/legal`} onChange={(legal) => put({ legal })} />
          <Optional
            isThere={step.webSay !== ''}
            add={t('step.addWebSay')}
            icon={<IconWorld size={14} aria-hidden />}
          >
            <SayField
              label={t('step.webSay')}
              help={t('step.webSayHelp')}
              value={step.webSay}
              rows={2}
              pointer={`${pointer}/webSay`}
              onChange={(webSay) => put({ webSay }, 'webSay')}
            />
          </Optional>
          <Optional
            isThere={step.note !== ''}
            add={t('step.addNote')}
            icon={<IconNote size={14} aria-hidden />}
          >
            <SayField
              label={t('step.note')}
              help={t('step.noteHelp')}
              value={step.note}
              rows={2}
              isPlain
              pointer={`${pointer}/note`}
              onChange={(note) => put({ note }, 'note')}
            />
          </Optional>
          <Optional
            isThere={step.showIf !== null}
            add={t('step.addShowIf')}
            icon={<IconEye size={14} aria-hidden />}
          >
            <div>
              <Text size="sm" fw={500} mb={4}>
                {t('step.showIf')}
              </Text>
              <ConditionEditor
                label={t('step.showIf')}
                pointer={`${pointer}/showIf`}
                condition={step.showIf}
                questions={questionsBefore(useEditor().script, step.id, 'step')}
                onChange={(showIf) => put({ showIf })}
              />
            </div>
          </Optional>
        </Stack>
      </Card>
      <QuestionsEditor step={step} at={at} />
      <Section title={t('branches.label')} icon={<IconArrowsSplit2 size={17} aria-hidden />}>
        <BranchesEditor step={step} at={at} />
      </Section>
      <Card withBorder>
        <Select
          label={t('step.ending')}
          description={t('step.endingHelp')}
          maw={460}
          clearable
          placeholder={t('step.endingNone')}
          data-place={`${pointer}/ending`}
          data={scriptEndings.map((value) => ({ value, label: t(`ending.${value}`) }))}
          value={step.ending}
          onChange={(value) => put({ ending: scriptEndings.find((each) => each === value) ?? null })}
        />
        <GoesOn step={step} at={at} />
      </Card>
    </Stack>
  );
}

/** After a step that says how the call ends the script still goes on, unless it is told not to. */
function GoesOn({ step, at }: { step: ScriptStep; at: number }) {
  const { t } = useTranslation('scripts');
  const { script, change } = useEditor();
  const next = script.steps[at + 1];
  if (!step.ending || !next || step.branches.some(({ when }) => isAlways(when))) return null;
  const end = { when: { kind: 'all', conditions: [] }, goTo: 'end' } as const;
  return (
    <Group gap="xs" mt="sm">
      <Text size="sm" role="status">
        {t('step.goesOn', { title: next.title || t('steps.untitled') })}
      </Text>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() =>
          change({ kind: 'change_step', stepId: step.id, to: { branches: [...step.branches, end] } })
        }
      >
        {t('step.endHere')}
      </Button>
    </Group>
  );
}

/** A part of the editor under its heading. */
export function Section({ title, icon, children }: { title: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Group gap={6} mb="sm">
        {icon}
        <Text fw={650}>{title}</Text>
      </Group>
      {children}
    </Card>
  );
}

/** A field that most steps do without: a button until somebody wants it. */
function Optional({
  isThere,
  add,
  icon,
  children,
}: {
  isThere: boolean;
  add: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  const [isWanted, setWanted] = useState(false);
  if (isThere || isWanted) return children;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={icon}
      style={{ alignSelf: 'flex-start' }}
      onClick={() => setWanted(true)}
    >
      {add}
    </Button>
  );
}

function LegalMatters({
  step,
  pointer,
  onChange,
}: {
  step: ScriptStep;
  pointer: string;
  onChange: (legal: ScriptStep['legal']) => void;
}) {
  const { t } = useTranslation(['scripts', 'script']);
  return (
    <Box role="group" aria-label={t('step.legal')} data-place={pointer}>
      <Text size="sm" fw={500}>
        {t('step.legal')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('step.legalHelp')}
      </Text>
      <Chip.Group
        multiple
        value={[...step.legal]}
        onChange={(chosen) => onChange(legalMatters.filter((matter) => chosen.includes(matter)))}
      >
        <Group gap={6}>
          {legalMatters.map((matter) => (
            <Chip key={matter} value={matter} size="xs" variant="outline">
              {t(`script:matter.${matter}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Box>
  );
}

/** Where a script begins. */
export function NoStep({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation('scripts');
  return (
    <Card withBorder>
      <Stack align="center" py="lg">
        <Text fw={600}>{t('steps.none')}</Text>
        <Text size="sm" c="dimmed" ta="center" maw={420}>
          {t('steps.noneText')}
        </Text>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
          {t('steps.addFirst')}
        </Button>
      </Stack>
    </Card>
  );
}
