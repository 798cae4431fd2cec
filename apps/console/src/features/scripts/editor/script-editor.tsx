import type { Script } from '@alize/model';
import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../../shared/error-sentence.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import { scriptOf } from '../../../shared/script/with-script.ts';
import { useMe } from '../../../shared/session.tsx';
import { ConfirmDialog } from '../../../shared/trade/confirm-dialog.tsx';
import { LeaveGuard } from '../../../shared/trade/leave-guard.tsx';
import { versionsQuery } from '../../../shared/trade/queries.ts';
import type { ScriptChange } from '../document/changes.ts';
import { exampleOf, firstExample } from '../document/example-lead.ts';
import { afterDeed, changedStepId, type Deed, type History, newHistory } from '../document/history.ts';
import { emptyScript } from '../document/new-parts.ts';
import { placeOf } from '../document/place.ts';
import { fileNameOf } from '../document/read-document.ts';
import { ImportDocument } from '../import-document.tsx';
import {
  dropDraft,
  fieldsQuery,
  publishDraft,
  readDraft,
  type ScriptDetail,
  useRefreshScripts,
} from '../script-queries.ts';
import { useDraft } from '../use-draft.ts';
import { useReview } from '../use-review.ts';
import { BlocksEditor } from './blocks-editor.tsx';
import { DraftTrouble, EditorBar } from './editor-bar.tsx';
import { type Editor, EditorProvider } from './editor-context.tsx';
import { ObjectionsEditor } from './objections-editor.tsx';
import { PartTabs } from './part-tabs.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { RemoveScript } from './remove-script.tsx';
import { ScoringEditor } from './scoring-editor.tsx';
import { Beside, StepsPart } from './script-parts.tsx';
import { ScriptPreview } from './script-preview.tsx';
import { useJump } from './use-jump.ts';
import { usePlace } from './use-place.ts';
import { Versions } from './versions.tsx';

type Dialog = 'publish' | 'import' | 'discard' | 'remove';

/** A script with all that can be done to it. `first` is the draft as it was when the page was opened. */
export function ScriptEditor({
  detail,
  document,
  first,
}: {
  detail: ScriptDetail;
  /** The draft's document, or else the newest version's. */
  document: Script;
  first: { readonly etag: string; readonly savedAtMs: number | null };
}) {
  const { t, i18n } = useTranslation('scripts');
  const { name: agentName, client } = useMe();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  const [history, act] = useReducer(afterDeed, document, newHistory);
  const script = history.present;
  const draft = useDraft(detail.id, script, first);
  const review = useReview(script, detail);
  const fields = useQuery(fieldsQuery(review.campaignId, language)).data ?? [];
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { part, stepId, openPart, openStep } = usePlace(script);
  const { jump, soughtQuestionId } = useJump((pointer) => {
    const place = placeOf(pointer, script);
    if (place.part === 'steps') openStep(place.stepId ?? stepId ?? '');
    else openPart(place.part);
    return place.questionId;
  });
  const change = useCallback(
    (deed: ScriptChange, field: string | null = null) =>
      act({ kind: 'change', change: deed, field, atMs: performance.now() }),
    [],
  );
  const follow = useCallback(
    (deed: ScriptChange) =>
      act({ kind: 'change', change: deed, field: null, atMs: performance.now(), isFollowing: true }),
    [],
  );
  const step = (kind: 'undo' | 'redo') => {
    const next = afterDeed(history, { kind }).present;
    act({ kind });
    const touched = changedStepId(script, next);
    if (touched && part === 'steps') openStep(touched);
  };
  const undo = history.past.length > 0 ? () => step('undo') : null;
  const redo = history.future.length > 0 ? () => step('redo') : null;
  useHotkeys(
    [
      ['mod+Z', () => undo?.()],
      ['mod+shift+Z', () => redo?.()],
      ['mod+Y', () => redo?.()],
    ],
    [],
    true,
  );
  useUnsaved(draft.state.kind === 'waiting' || draft.state.kind === 'saving', draft.flush);
  const published = useAfterPublish(detail, draft.reset, script);

  const { context } = exampleOf(firstExample, {
    columns: fields.filter(({ isOwn }) => isOwn).map(({ placeholder }) => placeholder),
    language,
    agentName,
    clientName: client?.name ?? t('preview.client'),
    script,
    answers: {},
  });
  const editor: Editor = {
    script,
    change,
    follow,
    findings: review.findings,
    fields,
    stepId,
    openStep,
    openPart,
    jump,
    undoFrom: useUndoFrom(history, act),
    context,
    soughtQuestionId,
  };
  const isUntouched = draft.state.kind === 'untouched';

  return (
    <EditorProvider editor={editor}>
      <LeaveGuard
        isDirty={draft.state.kind === 'failed' || draft.state.kind === 'conflict'}
        title={t('draft.leaveTitle')}
        action={t('draft.leaveAction')}
        text={t('draft.leaveText')}
      />
      <EditorBar
        detail={detail}
        draft={draft.state}
        undo={undo}
        redo={redo}
        onPublish={isUntouched && detail.newest ? null : () => setDialog('publish')}
        onImport={() => setDialog('import')}
        onExport={() =>
          saveFile(
            new Blob([JSON.stringify(script, null, 2)], { type: 'application/json' }),
            fileNameOf(detail.name),
          )
        }
        onDiscard={isUntouched || !detail.newest ? null : () => setDialog('discard')}
        onRemove={detail.newest ? null : () => setDialog('remove')}
      />
      <DraftTrouble
        draft={draft}
        onTheirs={() =>
          void draft
            .takeTheirs()
            .then((theirs) => theirs && change({ kind: 'replace', script: theirs }))
            .catch(notifyError)
        }
      />
      <PartTabs part={part} onPart={openPart}>
        {part === 'steps' && <StepsPart review={review} />}
        {part === 'objections' && <Beside review={review} content={<ObjectionsEditor />} />}
        {part === 'scoring' && <Beside review={review} content={<ScoringEditor />} />}
        {part === 'blocks' && <Beside review={review} content={<BlocksEditor />} />}
        {part === 'preview' && <ScriptPreview kind={review.kind} />}
        {part === 'versions' && (
          <Versions
            scriptId={detail.id}
            onRestore={(restored, version) => {
              change({ kind: 'replace', script: restored });
              openPart('steps');
              notifications.show({ color: 'teal', message: t('versions.restored', { version }) });
            }}
          />
        )}
      </PartTabs>
      {dialog === 'publish' && (
        <PublishDialog
          script={detail}
          review={review}
          onClose={() => setDialog(null)}
          onPublish={async () => published(await draft.flush())}
        />
      )}
      {dialog === 'import' && (
        <ImportDocument
          onClose={() => setDialog(null)}
          onRead={(imported) => {
            setDialog(null);
            change({ kind: 'replace', script: imported });
            notifications.show({ color: 'teal', message: t('import.done') });
          }}
        />
      )}
      <ConfirmDialog
        isOpen={dialog === 'discard'}
        title={t('discard.title')}
        action={t('discard.action')}
        onClose={() => setDialog(null)}
        onConfirm={() => {
          setDialog(null);
          void discard().catch(notifyError);
        }}
      >
        {t('discard.text', { version: detail.newest?.version ?? 0 })}
      </ConfirmDialog>
      <RemoveScript
        id={detail.id}
        flush={draft.flush}
        isOpen={dialog === 'remove'}
        onClose={() => setDialog(null)}
      />
    </EditorProvider>
  );

  async function discard() {
    const etag = (await draft.flush()) ?? (await readDraft(detail.id)).etag;
    await dropDraft(detail.id, etag);
    const newest = detail.document ? scriptOf(detail.document) : emptyScript;
    draft.reset(newest, (await readDraft(detail.id)).etag);
    act({ kind: 'open', script: newest });
  }
}

/** For the message that stands after a deletion: by then other deeds may have come, which it must not take back. */
function useUndoFrom(history: History, act: (deed: Deed) => void): (before: Script) => void {
  const { t } = useTranslation('scripts');
  const now = useRef(history);
  now.current = history;
  return useCallback(
    (before) => {
      if (now.current.past.at(-1) === before) act({ kind: 'undo' });
      else notifications.show({ color: 'yellow', message: t('steps.undoLate') });
    },
    [act, t],
  );
}

/** What still waits is stored when the page is left; a closing window is asked to wait for it. */
function useUnsaved(isWaiting: boolean, flush: () => Promise<unknown>): void {
  useWindowEvent('beforeunload', (event) => {
    if (isWaiting) event.preventDefault();
  });
  useEffect(() => () => void flush(), [flush]);
}

/** Publishes the stored draft and lets everybody know; throws what the api refuses. */
function useAfterPublish(
  detail: ScriptDetail,
  reset: (script: Script, etag: string) => void,
  script: Script,
): (etag: string | null) => Promise<void> {
  const { t } = useTranslation('scripts');
  const client = useQueryClient();
  const refresh = useRefreshScripts();
  return async (etag) => {
    if (etag === null) throw new Error('the draft could not be stored');
    await publishDraft(detail.id, etag);
    reset(script, (await readDraft(detail.id)).etag);
    await Promise.all([refresh(), client.invalidateQueries({ queryKey: versionsQuery(detail.id).queryKey })]);
    notifications.show({
      color: 'teal',
      message: t('publish.done', { version: (detail.newest?.version ?? 0) + 1 }),
    });
  };
}
