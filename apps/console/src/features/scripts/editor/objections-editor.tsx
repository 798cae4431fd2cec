import type { Objection } from '@alize/model';
import { Button, Card, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from './editor-context.tsx';
import { MemberActions } from './member-actions.tsx';
import { swapped } from './options-table.tsx';
import { SayField } from './say-field.tsx';

/** What agents have at hand when the person objects. */
export function ObjectionsEditor() {
  const { t } = useTranslation('scripts');
  const { script, change } = useEditor();
  const { objections } = script;
  const list = useRef<HTMLDivElement>(null);
  const put = (next: readonly Objection[], field?: string) =>
    change({ kind: 'change_script', to: { objections: next } }, field);
  const add = () => {
    put([...objections, { title: '', answer: '' }]);
    requestAnimationFrame(() => {
      const fields = list.current?.querySelectorAll<HTMLElement>('[data-title] input');
      fields?.item(fields.length - 1).focus();
    });
  };
  return (
    <Stack gap="sm" ref={list} data-place="/objections">
      <Text size="sm" c="dimmed">
        {t('objections.help')}
      </Text>
      {objections.map((objection, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an objection has no name but its place in the list
        <Card key={at} withBorder data-place={`/objections/${at}`}>
          <Group align="flex-end" wrap="nowrap" mb="sm" data-title>
            <TextInput
              flex={1}
              label={t('objections.title')}
              placeholder={t('objections.titleExample')}
              maxLength={200}
              data-place={`/objections/${at}/title`}
              value={objection.title}
              onChange={(event) =>
                put(
                  objections.with(at, { ...objection, title: event.currentTarget.value }),
                  `objection${at}:title`,
                )
              }
            />
            <MemberActions
              list="objection"
              name={objection.title || String(at + 1)}
              at={at}
              count={objections.length}
              onMove={(to) => put(swapped(objections, at, to))}
              onRemove={() => put(objections.toSpliced(at, 1))}
            />
          </Group>
          <SayField
            label={t('objections.answer')}
            rows={2}
            isPlain
            value={objection.answer}
            pointer={`/objections/${at}/answer`}
            onChange={(answer) => put(objections.with(at, { ...objection, answer }), `objection${at}:answer`)}
          />
        </Card>
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={16} aria-hidden />}
        style={{ alignSelf: 'flex-start' }}
        onClick={add}
      >
        {t('objections.add')}
      </Button>
    </Stack>
  );
}
