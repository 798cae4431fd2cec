import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Group,
  Loader,
  Menu,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconCircleX,
  IconDots,
  IconDownload,
  IconFileImport,
  IconPencil,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError, sentenceOf } from '../../../shared/error-sentence.tsx';
import { formatDateTime } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import { type ScriptDetail, useRename } from '../script-queries.ts';
import type { DraftKeeper, DraftState } from '../use-draft.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.tsx';

/** The name, how the draft stands, undo and redo, what is wrong, and publishing. */
export function EditorBar({
  detail,
  draft,
  undo,
  redo,
  onPublish,
  onImport,
  onExport,
  onDiscard,
  onRemove,
}: {
  detail: ScriptDetail;
  draft: DraftState;
  /** Null while there is nothing to take back, or to do again. */
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Null while there is nothing new to publish. */
  onPublish: (() => void) | null;
  onImport: () => void;
  onExport: () => void;
  /** Null while there is no draft to throw away. */
  onDiscard: (() => void) | null;
  /** Null once something of it was published. */
  onRemove: (() => void) | null;
}) {
  const { t } = useTranslation('scripts');
  return (
    <header className={classes.bar}>
      <Group gap="xs" wrap="nowrap" className={classes.barName ?? ''}>
        <Name detail={detail} />
        <Badge variant="default" tt="none" style={{ flexShrink: 0 }}>
          {detail.newest ? t('bar.version', { version: detail.newest.version }) : t('bar.unpublished')}
        </Badge>
      </Group>
      <Group gap="xs" className={classes.barActions ?? ''}>
        <SaveSign state={draft} />
        <FindingsChip />
        <Tooltip label={t('bar.undo')}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t('bar.undo')}
            aria-keyshortcuts="Control+Z"
            disabled={!undo}
            onClick={() => undo?.()}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('bar.redo')}>
          <ActionIcon
            size="lg"
            variant="default"
            aria-label={t('bar.redo')}
            aria-keyshortcuts="Control+Shift+Z Control+Y"
            disabled={!redo}
            onClick={() => redo?.()}
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end" width={270}>
          <Menu.Target>
            <ActionIcon size="lg" variant="default" aria-label={t('bar.more')}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={onExport}>
              {t('bar.export')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={onImport}>
              {t('bar.import')}
            </Menu.Item>
            {onDiscard && (
              <>
                <Menu.Divider />
                <Menu.Item
                  color="red.9"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={onDiscard}
                >
                  {t('bar.discard')}
                </Menu.Item>
              </>
            )}
            {onRemove && (
              <>
                <Menu.Divider />
                <Menu.Item color="red.9" leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
                  {t('bar.remove')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!onPublish}
          onClick={() => onPublish?.()}
        >
          {t('bar.publish')}
        </Button>
      </Group>
    </header>
  );
}

function Name({ detail }: { detail: ScriptDetail }) {
  const { t } = useTranslation('scripts');
  const [typed, setTyped] = useState<string | null>(null);
  const [name, setName] = useState(detail.name);
  const rename = useRename(detail.id);
  useEffect(() => {
    document.title = `${name} · Alizé`;
  }, [name]);
  const keep = () => {
    const wanted = typed?.trim() ?? '';
    setTyped(null);
    if (wanted === '' || wanted === name) return;
    setName(wanted);
    rename.mutate(wanted, {
      onError: (error) => {
        setName(name);
        notifyError(error);
      },
    });
  };
  if (typed !== null) {
    return (
      <TextInput
        autoFocus
        w={340}
        maxLength={120}
        aria-label={t('bar.name')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    );
  }
  return (
    <>
      <Link to="/scripts" className={classes.crumb ?? ''}>
        {t('title')}
      </Link>
      <span aria-hidden>/</span>
      <Title order={1} size="h4" lineClamp={1} title={name}>
        {name}
      </Title>
      <Tooltip label={t('bar.rename')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('bar.rename')} onClick={() => setTyped(name)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

/** What became of the last change. */
function SaveSign({ state }: { state: DraftState }) {
  const { t, i18n } = useTranslation('scripts');
  const { timeZone } = useMe();
  return (
    <Group gap={5} wrap="nowrap" role="status" className={classes.saveSign ?? ''} data-state={state.kind}>
      {(state.kind === 'saving' || state.kind === 'waiting') && <Loader size={13} aria-hidden />}
      {(state.kind === 'saved' || state.kind === 'untouched') && <IconCheck size={15} aria-hidden />}
      {(state.kind === 'failed' || state.kind === 'conflict') && <IconCircleX size={15} aria-hidden />}
      <Text
        size="sm"
        {...(state.kind === 'saved' && { title: formatDateTime(state.atMs, i18n.language, timeZone) })}
      >
        {t(`draft.${state.kind}`)}
      </Text>
    </Group>
  );
}

function FindingsChip() {
  const { t } = useTranslation('scripts');
  const { findings } = useEditor();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (findings.length === 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={
        errors > 0 ? (
          <IconCircleX size={15} className={classes.error ?? ''} aria-hidden />
        ) : (
          <IconAlertTriangle size={15} className={classes.warning ?? ''} aria-hidden />
        )
      }
      onClick={() => document.getElementById('findings')?.scrollIntoView({ block: 'center' })}
    >
      {errors > 0
        ? t('findings.errors', { count: errors })
        : t('findings.warnings', { count: findings.length })}
    </Button>
  );
}

/** What to do when the draft could not be stored. */
export function DraftTrouble({
  draft,
  onTheirs,
}: {
  draft: DraftKeeper;
  /** Takes what the other person has stored; what stood here can still be brought back by undo. */
  onTheirs: () => void;
}) {
  const { t } = useTranslation(['scripts', 'shared']);
  const { state } = draft;
  if (state.kind === 'failed') {
    return (
      <Alert color="red" role="alert" variant="light" mb="sm" icon={<IconAlertTriangle aria-hidden />}>
        {t('draft.failedText', { why: sentenceOf(state.error) })}
        <Button mt="xs" size="xs" variant="default" display="block" onClick={() => void draft.flush()}>
          {t('shared:error.retry')}
        </Button>
      </Alert>
    );
  }
  if (state.kind !== 'conflict') return null;
  return (
    <Alert
      color="orange"
      role="alert"
      variant="light"
      mb="sm"
      title={t('draft.conflictTitle')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Text size="sm" mb="xs">
        {t('draft.conflictText')}
      </Text>
      <Group gap="xs">
        <Button size="xs" onClick={onTheirs}>
          {t('draft.takeTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void draft.keepMine().catch(notifyError)}>
          {t('draft.keepMine')}
        </Button>
      </Group>
    </Alert>
  );
}
