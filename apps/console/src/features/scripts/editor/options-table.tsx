import type { ScriptOption } from '@alize/model';
import { Button, Checkbox, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { freshId, isGivenName, nameOf, newOption } from '../document/new-parts.ts';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';
import { type SettingsProps, ShuffleSwitch } from './question-settings.tsx';

/** The answers one may choose from; of a matrix, its columns. */
export function OptionsTable({ question, pointer, put }: SettingsProps) {
  const { t } = useTranslation('scripts');
  const { script, change, follow } = useEditor();
  const { options, kind } = question;
  const body = useRef<HTMLTableSectionElement>(null);
  const values = options.map(({ value }) => value);
  const putOption = (at: number, to: Partial<ScriptOption>, field?: string) => {
    const option = options[at];
    if (option) put({ options: options.with(at, { ...option, ...to }) }, field && `${field}${at}`);
  };
  const followLabel = ({ value, label }: ScriptOption) => {
    const name = isGivenName(value) ? nameOf(label, values) : null;
    if (name) follow({ kind: 'rename_option', questionId: question.id, from: value, to: name });
  };
  const add = () => {
    put({ options: [...options, newOption(freshId('o', values))] });
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('tr:last-child input')?.focus());
  };
  const isScored = kind !== 'matrix' && script.scoring !== null;
  const columns = [
    ...(isScored ? (['points', 'isDisqualifying'] as const) : []),
    ...(!isScored && kind !== 'matrix' ? (['isDisqualifying'] as const) : []),
    ...(kind === 'multiple' ? (['isExclusive'] as const) : []),
    ...(question.isShuffled && kind !== 'matrix' ? (['isFixed'] as const) : []),
  ];
  const word = t(kind === 'matrix' ? 'options.columns' : 'options.label');
  return (
    <Stack gap={6} data-place={`${pointer}/options`}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {word}
        </Text>
        {kind !== 'matrix' && <ShuffleSwitch question={question} put={put} label={t('options.shuffle')} />}
      </Group>
      <Table aria-label={word} verticalSpacing={4} horizontalSpacing={6} withRowBorders={false} layout="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th fw={400}>
              <Text size="xs" c="dimmed">
                {t('options.words')}
              </Text>
            </Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} fw={400} w={column === 'points' ? 84 : 72}>
                <Text size="xs" c="dimmed">
                  {t(`options.${column}`)}
                </Text>
              </Table.Th>
            ))}
            <Table.Th w={92} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {options.map((option, at) => (
            // Not its value: that follows the label, and the row must stay while it does.
            // biome-ignore lint/suspicious/noArrayIndexKey: the row keeps nothing of its own
            <Table.Tr key={at} data-place={`${pointer}/options/${at}`}>
              <Table.Td>
                <TextInput
                  size="sm"
                  aria-label={t('options.labelOf', { place: at + 1 })}
                  maxLength={200}
                  data-place={`${pointer}/options/${at}/label`}
                  value={option.label}
                  onChange={(event) => putOption(at, { label: event.currentTarget.value }, 'option')}
                  onBlur={() => followLabel(option)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    add();
                  }}
                />
              </Table.Td>
              {columns.map((column) => (
                <Table.Td key={column}>
                  {column === 'points' ? (
                    <NumberInput
                      size="sm"
                      aria-label={t('options.pointsOf', { option: option.label || at + 1 })}
                      data-place={`${pointer}/options/${at}/points`}
                      value={option.points}
                      onChange={(value) => putOption(at, { points: Number(value) || 0 }, 'points')}
                    />
                  ) : (
                    <Checkbox
                      aria-label={t(`options.${column}Of`, { option: option.label || at + 1 })}
                      checked={option[column]}
                      onChange={(event) => putOption(at, { [column]: event.currentTarget.checked })}
                    />
                  )}
                </Table.Td>
              ))}
              <Table.Td>
                <MemberActions
                  list="option"
                  name={option.label || String(at + 1)}
                  at={at}
                  count={options.length}
                  onMove={(to) => put({ options: swapped(options, at, to) })}
                  onRemove={() =>
                    change({ kind: 'remove_option', questionId: question.id, value: option.value })
                  }
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={add}
      >
        {t(kind === 'matrix' ? 'options.addColumn' : 'options.add')}
      </Button>
    </Stack>
  );
}

/** The list with two of its members in each other's place. */
export function swapped<T>(list: readonly T[], one: number, other: number): readonly T[] {
  const [first, second] = [list[one], list[other]];
  return first === undefined || second === undefined ? list : list.with(one, second).with(other, first);
}
