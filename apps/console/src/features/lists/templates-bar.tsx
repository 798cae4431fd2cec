import type { Mapping } from '@alize/leads';
import { Alert, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconChevronDown, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence, notifyError } from '../../shared/error-sentence.tsx';
import type { Template } from '../../shared/trade/contract.ts';
import type { ImportDraft } from './draft.ts';
import { deleteTemplate, saveTemplate, templatesQuery } from './import-calls.ts';
import { fits, withTemplate } from './template-fit.ts';

/** Settings that were saved for files like this one: proposed when the headings are the same. */
export function TemplatesBar({
  draft,
  headings,
  mapping,
  onChange,
}: {
  draft: ImportDraft;
  headings: readonly string[];
  mapping: Mapping;
  onChange: (draft: ImportDraft) => void;
}) {
  const { t } = useTranslation('lists');
  const { data: templates = [] } = useQuery(templatesQuery);
  const [isSaving, dialog] = useDisclosure(false);
  const usable = templates.filter((template) => fits(template, headings));
  const proposed = usable[0];
  const applied = templates.find(({ id }) => id === draft.templateId);
  return (
    <>
      {proposed && !applied && (
        <Alert variant="light" icon={<IconBookmark aria-hidden />} role="status">
          <Group justify="space-between">
            <span>{t('templates.proposed', { name: proposed.name })}</span>
            <Button size="xs" onClick={() => onChange(withTemplate(draft, proposed))}>
              {t('templates.apply')}
            </Button>
          </Group>
        </Alert>
      )}
      <Group gap="xs">
        <TemplateMenu
          templates={templates}
          headings={headings}
          onApply={(template) => onChange(withTemplate(draft, template))}
        />
        <Button
          variant="default"
          size="sm"
          leftSection={<IconDeviceFloppy size={16} aria-hidden />}
          onClick={dialog.open}
        >
          {t('templates.save')}
        </Button>
        {applied && (
          <Text size="sm" c="dimmed" role="status">
            {t('templates.applied', { name: applied.name })}
          </Text>
        )}
      </Group>
      {isSaving && (
        <SaveDialog
          name={applied?.name ?? draft.listName}
          headings={headings}
          settings={{ ...draft.settings, mapping }}
          onSaved={(templateId) => onChange({ ...draft, templateId })}
          onClose={dialog.close}
        />
      )}
    </>
  );
}

function TemplateMenu({
  templates,
  headings,
  onApply,
}: {
  templates: readonly Template[];
  headings: readonly string[];
  onApply: (template: Template) => void;
}) {
  const { t } = useTranslation('lists');
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: deleteTemplate,
    onError: notifyError,
    onSuccess: () => client.invalidateQueries({ queryKey: templatesQuery.queryKey }),
  });
  return (
    <Menu position="bottom-start" width={360}>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          disabled={templates.length === 0}
          leftSection={<IconBookmark size={16} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('templates.load')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {templates.map((template) => (
          <Menu.Item key={template.id} disabled={!fits(template, headings)} onClick={() => onApply(template)}>
            {template.name}
            {!fits(template, headings) && (
              <Text size="xs" c="dimmed">
                {t('templates.otherColumns')}
              </Text>
            )}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('templates.delete')}</Menu.Label>
        {templates.map(({ id, name }) => (
          <Menu.Item
            key={id}
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => remove.mutate(id)}
          >
            {t('templates.deleteOne', { name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function SaveDialog({
  name: firstName,
  headings,
  settings,
  onSaved,
  onClose,
}: {
  name: string;
  headings: readonly string[];
  settings: ImportDraft['settings'];
  onSaved: (id: Template['id']) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['lists', 'shared']);
  const client = useQueryClient();
  const [name, setName] = useState(firstName);
  const { data: templates = [] } = useQuery(templatesQuery);
  const old = templates.find((template) => template.name === name.trim());
  const save = useMutation({
    mutationFn: async () => {
      if (old) await deleteTemplate(old.id);
      return saveTemplate(name.trim(), headings, settings);
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: templatesQuery.queryKey });
      onSaved(id);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('templates.save')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate();
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t('templates.help')}
          </Text>
          <TextInput
            label={t('templates.name')}
            value={name}
            maxLength={120}
            data-autofocus
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          {save.isError && <ErrorSentence error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('shared:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t(old ? 'templates.replaceIt' : 'templates.saveIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
