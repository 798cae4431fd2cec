import { ActionIcon, Button, Group, Menu, Paper, Stack, Text, Textarea, Tooltip } from '@mantine/core';
import {
  IconBlockquote,
  IconBold,
  IconBraces,
  IconChevronDown,
  IconGenderBigender,
  IconItalic,
  IconList,
} from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SayText } from '../../../shared/script/say-text.tsx';
import { fieldName } from '../document/condition-words.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';
import { inserted, type Marked, prefixed, wrapped } from './text-edit.ts';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly pointer: string;
  readonly onChange: (text: string) => void;
  /** Rows at least. */
  readonly rows: number;
  readonly isLegal?: boolean;
  /** Shown in small beneath, as a note or an objection is. */
  readonly isPlain?: boolean;
}

/** Markdown with placeholders, a small toolbar, and how it will read, beneath. */
export function SayField({
  label,
  help,
  value,
  pointer,
  onChange,
  rows,
  isLegal = false,
  isPlain = false,
}: Props) {
  const { t } = useTranslation('scripts');
  const { context } = useEditor();
  const area = useRef<HTMLTextAreaElement>(null);
  const labelId = useId();
  const edit = (deed: (marked: Marked) => Marked) => {
    const field = area.current;
    if (!field) return;
    const after = deed({ text: value, from: field.selectionStart, to: field.selectionEnd });
    onChange(after.text);
    // The field has the new text once React has drawn it.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(after.from, after.to);
    });
  };
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-end" gap="xs">
        <div>
          <Text size="sm" fw={500} id={labelId}>
            {label}
          </Text>
          {help && (
            <Text size="xs" c="dimmed">
              {help}
            </Text>
          )}
        </div>
        <Toolbar label={t('say.toolbar', { label })} edit={edit} />
      </Group>
      <Textarea
        ref={area}
        aria-labelledby={labelId}
        data-place={pointer}
        autosize
        minRows={rows}
        maxRows={18}
        maxLength={10_000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          const sign = { b: '**', i: '*' }[event.key];
          if (!sign) return;
          event.preventDefault();
          edit((marked) => wrapped(marked, sign));
        }}
      />
      {value.trim() !== '' && (
        <Paper className={classes.said ?? ''} role="group" aria-label={t('say.rendered', { label })}>
          <Text size="xs" c="dimmed" mb={4}>
            {t('say.example')}
          </Text>
          <SayText text={value} context={context} audience="agent" isLegal={isLegal} isPlain={isPlain} />
        </Paper>
      )}
    </Stack>
  );
}

type Edit = (deed: (marked: Marked) => Marked) => void;

function Toolbar({ label, edit }: { label: string; edit: Edit }) {
  const { t } = useTranslation('scripts');
  const signs = [
    { icon: IconBold, label: t('say.bold'), deed: (marked: Marked) => wrapped(marked, '**') },
    { icon: IconItalic, label: t('say.italic'), deed: (marked: Marked) => wrapped(marked, '*') },
    { icon: IconList, label: t('say.list'), deed: (marked: Marked) => prefixed(marked, '- ') },
    { icon: IconBlockquote, label: t('say.quote'), deed: (marked: Marked) => prefixed(marked, '> ') },
  ];
  return (
    <Group gap={4} role="group" aria-label={label}>
      {signs.map(({ icon: Picture, label: word, deed }) => (
        <Tooltip key={word} label={word}>
          <ActionIcon variant="subtle" color="gray" aria-label={word} onClick={() => edit(deed)}>
            <Picture size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <PlaceholderMenu edit={edit} />
      <GenderMenu edit={edit} />
    </Group>
  );
}

function PlaceholderMenu({ edit }: { edit: Edit }) {
  const { t } = useTranslation('scripts');
  const { fields, script, stepId } = useEditor();
  const at = script.steps.findIndex(({ id }) => id === stepId);
  const earlier = script.steps.slice(0, Math.max(0, at)).flatMap((step) => step.questions);
  const put = (name: string) => edit((marked) => inserted(marked, `{{${name}}}`));
  const own = fields.filter(({ isOwn }) => isOwn);
  const standard = fields.filter(({ isOwn }) => !isOwn);
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconBraces size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {t('say.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={380} style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('say.standard')}</Menu.Label>
        {standard.map(({ placeholder, name }) => (
          <Menu.Item key={placeholder} onClick={() => put(placeholder)}>
            <Group justify="space-between" wrap="nowrap">
              <span>{fieldName(name, t)}</span>
              <Text size="xs" c="dimmed" ff="monospace">
                {placeholder}
              </Text>
            </Group>
          </Menu.Item>
        ))}
        {own.length > 0 && <Menu.Label>{t('say.own')}</Menu.Label>}
        {own.map(({ placeholder }) => (
          <Menu.Item key={placeholder} onClick={() => put(placeholder)}>
            {placeholder}
          </Menu.Item>
        ))}
        {earlier.length > 0 && <Menu.Label>{t('say.answers')}</Menu.Label>}
        {earlier.map(({ id, label }) => (
          <Menu.Item key={id} onClick={() => put(`answer:${id}`)}>
            {label || id}
          </Menu.Item>
        ))}
        <Menu.Label>{t('say.fallbackLabel')}</Menu.Label>
        <Menu.Item onClick={() => edit((marked) => inserted(marked, `{{firstName|${t('say.fallback')}}}`))}>
          {t('say.withFallback')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Forms that follow the civility: a word of its own for each, or the ending of a participle. */
function GenderMenu({ edit }: { edit: Edit }) {
  const { t } = useTranslation('scripts');
  const forms = ['civility', 'word'] as const;
  return (
    <Menu width={330} position="bottom-end">
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconGenderBigender size={14} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {t('say.gender')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map((form) => (
          <Menu.Item
            key={form}
            onClick={() => edit((marked) => inserted(marked, `{{${genderForms[form]}}}`))}
          >
            <Text size="sm">{t(`say.genderForm.${form}`)}</Text>
            <Text size="xs" c="dimmed" ff="monospace">
              {`{{${genderForms[form]}}}`}
            </Text>
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => edit((marked) => inserted(marked, '{{e}}', true))}>
          <Text size="sm">{t('say.genderForm.ending')}</Text>
          <Text size="xs" c="dimmed" ff="monospace">
            {'ravi{{e}}'}
          </Text>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Words of the script itself, French as the people called. */
const genderForms = {
  civility: 'M:Monsieur|Mme:Madame|?:Bonjour',
  word: 'M:content|Mme:contente|?:content(e)',
} as const;
