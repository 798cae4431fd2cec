import type { Condition, ScriptBranch, ScriptStep } from '@alize/model';
import { Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isAlways, leafOn, questionsBefore } from '../document/condition-edit.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';
import { swapped } from './options-table.tsx';

/** Where the call goes after the step: the first branch whose condition holds, else the next step. */
export function BranchesEditor({ step, at }: { step: ScriptStep; at: number }) {
  const { t } = useTranslation('scripts');
  const { script, change } = useEditor();
  const put = (branches: readonly ScriptBranch[]) =>
    change({ kind: 'change_step', stepId: step.id, to: { branches } });
  const later = script.steps.slice(at + 1);
  const targets = [
    ...later.map(({ id, title }, index) => ({
      value: id,
      label: t('branches.step', { number: at + 2 + index, title: title || t('steps.untitled') }),
    })),
    { value: 'end', label: t('branches.end') },
  ];
  const questions = questionsBefore(script, step.id, 'end_of_step');
  const [last] = questions.slice(-1);
  const first: Condition = last ? leafOn(last) : { kind: 'disqualified' };
  const add = () => put([...step.branches, { when: first, goTo: later[1]?.id ?? 'end' }]);
  const next = later[0];
  return (
    <Stack gap="sm" data-place={`/steps/${at}/branches`}>
      {step.branches.map((branch, place) => (
        <Card
          // A branch has no name but its place in the order in which they are tried.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the person edits
          key={place}
          withBorder
          padding="sm"
          role="group"
          aria-label={t('branches.one', { place: place + 1 })}
        >
          <Group justify="space-between" align="flex-start" wrap="nowrap" mb={4}>
            <Text size="sm" fw={600}>
              {t('branches.one', { place: place + 1 })}
            </Text>
            <MemberActions
              list="branch"
              name={t('branches.one', { place: place + 1 })}
              at={place}
              count={step.branches.length}
              onMove={(to) => put(swapped(step.branches, place, to))}
              onRemove={() => put(step.branches.toSpliced(place, 1))}
            />
          </Group>
          <ConditionEditor
            label={t('branches.when', { place: place + 1 })}
            pointer={`/steps/${at}/branches/${place}/when`}
            condition={branch.when}
            questions={questions}
            onChange={(when) => put(step.branches.with(place, { ...branch, when: when ?? always }))}
          />
          <Select
            mt="xs"
            size="sm"
            maw={380}
            label={t('branches.goTo')}
            allowDeselect={false}
            data-place={`/steps/${at}/branches/${place}/goTo`}
            data={withOwn(targets, branch.goTo, t('branches.backward'))}
            value={branch.goTo}
            onChange={(goTo) => goTo && put(step.branches.with(place, { ...branch, goTo }))}
          />
        </Card>
      ))}
      <Group gap="sm">
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {t('branches.add')}
        </Button>
        <Text size="sm" c="dimmed">
          {step.branches.some(({ when }) => isAlways(when))
            ? null
            : next
              ? t(step.branches.length > 0 ? 'branches.elseNext' : 'branches.next', {
                  title: next.title || t('steps.untitled'),
                })
              : t(step.branches.length > 0 ? 'branches.elseEnd' : 'branches.thenEnd')}
        </Text>
      </Group>
    </Stack>
  );
}

const always: Condition = { kind: 'all', conditions: [] };

/** The targets, and the one that is chosen but cannot be reached from here: it must be seen to be put right. */
function withOwn(
  targets: readonly { readonly value: string; readonly label: string }[],
  goTo: string,
  backward: string,
) {
  return targets.some(({ value }) => value === goTo)
    ? targets
    : [...targets, { value: goTo, label: backward }];
}
