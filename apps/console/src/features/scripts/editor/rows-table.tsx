import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { freshId, isGivenName, nameOf } from '../document/new-parts.ts';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';
import { swapped } from './options-table.tsx';
import { type SettingsProps, ShuffleSwitch } from './question-settings.tsx';

/** The lines of a matrix, each of which is asked with the same columns. */
export function RowsTable({ question, pointer, put }: SettingsProps) {
  const { t } = useTranslation('scripts');
  const { follow } = useEditor();
  const { rows } = question;
  const values = rows.map(({ value }) => value);
  const followLabel = (at: number) => {
    const row = rows[at];
    const name = row && isGivenName(row.value) ? nameOf(row.label, values) : null;
    if (!row || !name) return;
    const to = { rows: rows.with(at, { ...row, value: name }) };
    follow({ kind: 'change_question', questionId: question.id, to });
  };
  return (
    <Stack gap={6} data-place={`${pointer}/rows`}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {t('rows.label')}
        </Text>
        <ShuffleSwitch question={question} put={put} label={t('rows.shuffle')} />
      </Group>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the value follows the label, and the row must stay while it does
        <Group key={at} wrap="nowrap" gap={6} data-place={`${pointer}/rows/${at}`}>
          <TextInput
            size="sm"
            flex={1}
            aria-label={t('rows.labelOf', { place: at + 1 })}
            maxLength={200}
            data-place={`${pointer}/rows/${at}/label`}
            value={row.label}
            onChange={(event) =>
              put({ rows: rows.with(at, { ...row, label: event.currentTarget.value }) }, `row${at}`)
            }
            onBlur={() => followLabel(at)}
          />
          <MemberActions
            list="row"
            name={row.label || String(at + 1)}
            at={at}
            count={rows.length}
            onMove={(to) => put({ rows: swapped(rows, at, to) })}
            onRemove={() => put({ rows: rows.toSpliced(at, 1) })}
          />
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconPlus size={13} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={() => put({ rows: [...rows, { value: freshId('r', values), label: '' }] })}
      >
        {t('rows.add')}
      </Button>
    </Stack>
  );
}
