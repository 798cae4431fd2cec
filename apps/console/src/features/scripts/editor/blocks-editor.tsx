import type { ShuffledBlock } from '@alize/model';
import { ActionIcon, Button, Card, Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { freshId } from '../document/new-parts.ts';
import { useEditor } from './editor-context.tsx';

/** Runs of steps that are asked in another order in each interview. */
export function BlocksEditor() {
  const { t } = useTranslation('scripts');
  const { script, change } = useEditor();
  const { steps, shuffledBlocks: blocks } = script;
  const put = (next: readonly ShuffledBlock[]) =>
    change({ kind: 'change_script', to: { shuffledBlocks: next } });
  const taken = new Set(blocks.flatMap(({ stepIds }) => stepIds));
  const firstFree = steps.findIndex(
    ({ id }, at) => !taken.has(id) && steps[at + 1] !== undefined && !taken.has(steps[at + 1]?.id ?? ''),
  );
  const add = () => {
    const id = freshId(
      'b',
      blocks.map((block) => block.id),
    );
    put([...blocks, { id, stepIds: steps.slice(firstFree, firstFree + 2).map((step) => step.id) }]);
  };
  return (
    <Stack gap="sm" data-place="/shuffledBlocks">
      <Text size="sm" c="dimmed">
        {t('blocks.help')}
      </Text>
      {blocks.map((block, at) => (
        <BlockCard
          key={block.id}
          block={block}
          at={at}
          onChange={(next) => put(next ? blocks.with(at, next) : blocks.toSpliced(at, 1))}
        />
      ))}
      <Group gap="sm">
        <Button
          variant="light"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={firstFree < 0}
          onClick={add}
        >
          {t('blocks.add')}
        </Button>
        {firstFree < 0 && (
          <Text size="sm" c="dimmed">
            {t('blocks.noRoom')}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

function BlockCard({
  block,
  at,
  onChange,
}: {
  block: ShuffledBlock;
  at: number;
  onChange: (block: ShuffledBlock | null) => void;
}) {
  const { t } = useTranslation('scripts');
  const { steps } = useEditor().script;
  const first = steps.findIndex(({ id }) => id === block.stepIds[0]);
  const last = steps.findIndex(({ id }) => id === block.stepIds.at(-1));
  const data = steps.map(({ id, title }, index) => ({
    value: id,
    label: t('branches.step', { number: index + 1, title: title || t('steps.untitled') }),
  }));
  const span = (from: number, to: number) =>
    onChange({ ...block, stepIds: steps.slice(from, to + 1).map(({ id }) => id) });
  const indexOf = (id: string | null) => steps.findIndex((step) => step.id === id);
  return (
    <Card
      withBorder
      role="group"
      aria-label={t('blocks.one', { place: at + 1 })}
      data-place={`/shuffledBlocks/${at}`}
    >
      <Group align="flex-end">
        <Select
          flex={1}
          miw={180}
          label={t('blocks.from')}
          allowDeselect={false}
          data={data.slice(0, -1)}
          value={block.stepIds[0] ?? null}
          onChange={(id) => {
            const from = indexOf(id);
            if (from >= 0) span(from, Math.max(last, from + 1));
          }}
        />
        <Select
          flex={1}
          miw={180}
          label={t('blocks.to')}
          allowDeselect={false}
          data={data.slice(first + 1)}
          value={block.stepIds.at(-1) ?? null}
          onChange={(id) => {
            const to = indexOf(id);
            if (to >= 0) span(first, to);
          }}
        />
        <Tooltip label={t('blocks.remove')}>
          <ActionIcon
            size="lg"
            variant="subtle"
            color="gray"
            aria-label={t('blocks.removeOf', { place: at + 1 })}
            onClick={() => onChange(null)}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {t('blocks.count', { count: block.stepIds.length })}
      </Text>
    </Card>
  );
}
