import type { Answer, Answers, CurrentCall, DraftBody } from '../../shared/contract.ts';

/** What the agent has filled in, and how far it is kept. */
export interface Draft {
  readonly answers: Answers;
  /** Null before the first step was left. */
  readonly stepId: string | null;
  readonly note: string;
  readonly saving: 'saved' | 'unsaved' | 'saving' | 'failed';
}

/** How long typing must rest before it is sent, in ms. */
const restMs = 300;
/** How long after a failure it is sent again, in ms. */
const againMs = 2000;

/**
 * A call's answers, step and note as the agent changes them: begins with what the server has, sends what changed
 * once typing rests, one request at a time, and tries again until it is kept.
 */
export class CallDraft {
  readonly #send: (patch: DraftBody, isLast: boolean) => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #draft: Draft;
  #pending: DraftBody = {};
  #inFlight: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    call: Pick<CurrentCall, 'answers' | 'stepId' | 'note'>,
    send: (patch: DraftBody, isLast: boolean) => Promise<unknown>,
  ) {
    this.#draft = { answers: call.answers, stepId: call.stepId, note: call.note, saving: 'saved' };
    this.#send = send;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly current = (): Draft => this.#draft;

  /** Null forgets the answer. */
  answer(questionId: string, value: Answer | null): void {
    const { [questionId]: _before, ...others } = this.#draft.answers;
    this.#change(
      { answers: { [questionId]: value } },
      {
        answers: value === null ? others : { ...others, [questionId]: value },
      },
    );
  }

  note(note: string): void {
    this.#change({ note }, { note });
  }

  /** A step is the end of a thought: it is sent at once. */
  goTo(stepId: string): void {
    this.#change({ stepId }, { stepId });
    void this.flush();
  }

  /** Sends what is waiting; resolves when it is kept or has failed. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#inFlight) await this.#inFlight;
    if (Object.keys(this.#pending).length === 0) return;
    this.#inFlight = this.#sendPending();
    await this.#inFlight;
  }

  /** For a page that goes away: sends what is waiting without waiting for its turn. */
  flushLast(): void {
    clearTimeout(this.#timer);
    if (Object.keys(this.#pending).length === 0) return;
    const patch = this.#pending;
    this.#pending = {};
    void this.#send(patch, true).catch(() => {
      this.#pending = merged(patch, this.#pending);
    });
  }

  #change(patch: DraftBody, draft: Partial<Draft>): void {
    this.#pending = merged(this.#pending, patch);
    this.#set({ ...draft, saving: 'unsaved' });
    this.#later(restMs);
  }

  async #sendPending(): Promise<void> {
    const patch = this.#pending;
    this.#pending = {};
    this.#set({ saving: 'saving' });
    try {
      await this.#send(patch, false);
      this.#set({ saving: Object.keys(this.#pending).length === 0 ? 'saved' : 'unsaved' });
    } catch {
      this.#pending = merged(patch, this.#pending);
      this.#set({ saving: 'failed' });
      this.#later(againMs);
    } finally {
      this.#inFlight = null;
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #set(change: Partial<Draft>): void {
    this.#draft = { ...this.#draft, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The newer patch over the older one, answer by answer. */
function merged(older: DraftBody, newer: DraftBody): DraftBody {
  const answers = { ...older.answers, ...newer.answers };
  return { ...older, ...newer, ...(Object.keys(answers).length > 0 && { answers }) };
}
