import type { Answer, Answers } from '@alize/model';

/** An answer as the api takes it: the same, of plain arrays and records. */
type SentAnswer = string | number | boolean | string[] | Record<string, string>;

/** Only what changed; an answer of null forgets it. */
export interface DraftPatch {
  readonly answers?: Record<string, SentAnswer | null>;
  readonly stepId?: string | null;
  readonly note?: string;
}

/** What was filled in, and how far it is kept. */
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
 * Answers, step and note of a call or an interview as they are changed: begins with what the server has, sends what
 * changed once typing rests, one request at a time, and tries again until it is kept.
 */
export class AnswersDraft {
  readonly #send: (patch: DraftPatch, isLast: boolean) => Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #draft: Draft;
  #pending: DraftPatch = {};
  #inFlight: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    kept: Pick<Draft, 'answers' | 'stepId' | 'note'>,
    send: (patch: DraftPatch, isLast: boolean) => Promise<unknown>,
  ) {
    this.#draft = { answers: kept.answers, stepId: kept.stepId, note: kept.note, saving: 'saved' };
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
      { answers: { [questionId]: value === null ? null : sent(value) } },
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

  #change(patch: DraftPatch, draft: Partial<Draft>): void {
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
function merged(older: DraftPatch, newer: DraftPatch): DraftPatch {
  const answers = { ...older.answers, ...newer.answers };
  return { ...older, ...newer, ...(Object.keys(answers).length > 0 && { answers }) };
}

function sent(answer: Answer): SentAnswer {
  if (isList(answer)) return [...answer];
  return typeof answer === 'object' ? { ...answer } : answer;
}

/** `Array.isArray` does not narrow a readonly array. */
const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
