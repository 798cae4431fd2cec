import type { Mapping } from '@alize/leads';
import { type CampaignId, type ImportId, isId, type UploadId } from '@alize/model';
import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { listsQuery } from '../../shared/trade/queries.ts';
import type { ImportDraft } from './draft.ts';
import { startImport } from './import-calls.ts';
import { faultsOf, isUsable } from './target.ts';

/** Where the leads go, and the step on: the whole file is checked, nothing is stored. */
export function CheckBar({
  campaignId,
  uploadId,
  draft,
  mapping,
  onChange,
  onChecking,
}: {
  campaignId: CampaignId;
  uploadId: UploadId;
  draft: ImportDraft;
  mapping: Mapping;
  onChange: (draft: ImportDraft) => void;
  onChecking: (id: ImportId) => void;
}) {
  const { t } = useTranslation('lists');
  const { data: lists = [] } = useQuery(listsQuery(campaignId));
  const isNamed = draft.listId !== null || draft.listName.trim() !== '';
  const check = useMutation({
    mutationFn: () =>
      startImport(campaignId, uploadId, { ...draft, settings: { ...draft.settings, mapping } }),
    onSuccess: ({ id }) => onChecking(id),
  });
  return (
    <Paper withBorder p="sm" style={{ position: 'sticky', bottom: 8, zIndex: 5 }} shadow="sm">
      {check.isError && <ErrorSentence error={check.error} />}
      <Group align="flex-end" justify="space-between">
        <Group align="flex-end">
          <NativeSelect
            label={t('check.into')}
            w={260}
            data={[
              { value: '', label: t('check.newList') },
              ...lists.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={draft.listId ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...draft, listId: isId('list', value) ? value : null })
            }
          />
          {draft.listId === null && (
            <TextInput
              label={t('check.name')}
              value={draft.listName}
              maxLength={120}
              w={320}
              error={isNamed ? null : t('check.nameError')}
              onChange={({ currentTarget }) => onChange({ ...draft, listName: currentTarget.value })}
            />
          )}
        </Group>
        <Button
          size="md"
          loading={check.isPending}
          disabled={!isNamed || !isUsable(faultsOf(mapping))}
          leftSection={<IconListCheck size={18} aria-hidden />}
          onClick={() => check.mutate()}
        >
          {t('check.action')}
        </Button>
      </Group>
    </Paper>
  );
}
