import type { Script } from '@alize/model';
import type { ScriptContext } from '@alize/scripts';
import { createContext, type ReactNode, useContext } from 'react';
import type { ScriptChange } from '../document/changes.ts';
import type { Part } from '../document/place.ts';
import type { Finding, ScriptField } from '../script-queries.ts';

/** What every part of the editor reads, and how it changes the document. */
export interface Editor {
  readonly script: Script;
  /** `field` names what is typed in: without a pause, typing there is one deed to be undone. */
  readonly change: (change: ScriptChange, field?: string) => void;
  /** A change that comes of the one before, and is undone with it. */
  readonly follow: (change: ScriptChange) => void;
  readonly findings: readonly Finding[];
  /** The placeholders that can be filled for the campaign that the script is checked for. */
  readonly fields: readonly ScriptField[];
  /** The step that is open; null for a script without one. */
  readonly stepId: string | null;
  readonly openStep: (stepId: string) => void;
  readonly openPart: (part: Part) => void;
  /** Goes where a JSON pointer of the document leads, and puts the keyboard there. */
  readonly jump: (pointer: string) => void;
  /** Takes back the deed that changed this document, as long as none came after it. */
  readonly undoFrom: (before: Script) => void;
  /** An example lead with which texts are shown as they will be read. */
  readonly context: ScriptContext;
  /** The question that a jump is heading for; null when it heads for none. */
  readonly soughtQuestionId: string | null;
}

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor around this part; throws outside of one. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor outside of an EditorProvider');
  return editor;
}
