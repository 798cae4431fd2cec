import { isId, type UploadId } from '@alize/model';
import { ApiProblem } from '../../../shared/api.ts';
import { type Mark, ratePerSecond, secondsLeft, withMark } from './rate.ts';
import type { RememberedUploads } from './remembered-uploads.ts';
import type { Send, UploadRequest } from './send.ts';

/** `waiting`: the connection is lost, and tried again by itself. */
export type UploadState =
  | { readonly kind: 'sending' }
  | { readonly kind: 'waiting'; readonly seconds: number }
  | { readonly kind: 'paused' }
  | { readonly kind: 'done'; readonly id: UploadId }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface UploadStatus {
  readonly state: UploadState;
  readonly bytesSent: number;
  readonly bytesAll: number;
  /** Null until it can be told. */
  readonly bytesPerSecond: number | null;
  readonly secondsLeft: number | null;
}

/** What an upload is given from outside. */
export interface UploadSurroundings {
  readonly send: Send;
  readonly remembered: RememberedUploads;
  /** Milliseconds of a clock that never goes back. */
  readonly nowMs: () => number;
  /** Resolves after so long, or at once when the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

const version = { 'tus-resumable': '1.0.0' };
const [chunkFirst, chunkLeast, chunkMost] = [1 << 20, 1 << 18, 1 << 23];
/** A chunk is made so large that it takes about this long: a lost one costs little, a small one wastes little. */
const chunkMs = 3000;
const waitMostSeconds = 30;

/**
 * A file on its way to the server by tus 1.0.0 (core protocol and creation, https://tus.io/protocols/resumable-upload):
 * in chunks, going on after a lost connection from where the server says it is.
 *
 *   sending ⇄ waiting, sending | waiting ⇄ paused, sending → done | failed
 */
export class FileUpload {
  readonly file: File;
  readonly #around: UploadSurroundings;
  readonly #listeners = new Set<() => void>();
  #status: UploadStatus;
  #marks: readonly Mark[] = [];
  #running = new AbortController();
  #pausing = new AbortController();
  #chunkBytes = chunkFirst;
  #failures = 0;

  constructor(file: File, around: UploadSurroundings) {
    this.file = file;
    this.#around = around;
    this.#status = {
      state: { kind: 'paused' },
      bytesSent: 0,
      bytesAll: file.size,
      bytesPerSecond: null,
      secondsLeft: null,
    };
  }

  /** The same object until something changes. */
  readonly status = (): UploadStatus => this.#status;

  /** Calls `listener` whenever the status changes; the answer ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Starts, or goes on after a pause or a failure; resolves when it is done, fails or is stopped. */
  async start(): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.#marks = [];
    this.#failures = 0;
    this.#change({ state: { kind: 'sending' } });
    await this.#run(running.signal);
  }

  pause(): void {
    this.stop();
    this.#change({ state: { kind: 'paused' }, bytesPerSecond: null, secondsLeft: null });
  }

  /** Ends a wait for the connection, when the browser says that it is back. */
  retryNow(): void {
    this.#pausing.abort();
  }

  /** Sends nothing more. What has arrived stays with the server for a while. */
  stop(): void {
    this.#running.abort();
    this.#pausing.abort();
  }

  /** Gives the upload up, here and on the server; what cannot be said to the server, it sweeps away by itself. */
  async cancel(): Promise<void> {
    this.stop();
    const id = this.#around.remembered.find(this.file);
    this.#around.remembered.forget(this.file);
    const { signal } = new AbortController();
    if (id !== null) await this.#ask('DELETE', addressOf(id), {}, null, signal).catch(() => {});
  }

  async #run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const id = await this.#sendAll(signal);
        return this.#change({ state: { kind: 'done', id }, bytesSent: this.file.size, secondsLeft: 0 });
      } catch (error) {
        if (signal.aborted) return;
        if (!isPassing(error)) return this.#change({ state: { kind: 'failed', error } });
        await this.#waitForConnection(signal);
      }
    }
  }

  async #sendAll(signal: AbortSignal): Promise<UploadId> {
    const place = (await this.#knownPlace(signal)) ?? (await this.#create(signal));
    let { offset } = place;
    this.#note(offset);
    while (offset < this.file.size) {
      offset = await this.#sendChunk(place.id, offset, signal);
      this.#failures = 0;
      this.#note(offset);
    }
    return place.id;
  }

  /** Where an earlier upload of this file stands; null when there is none, or the server has forgotten it. */
  async #knownPlace(signal: AbortSignal): Promise<Place | null> {
    const id = this.#around.remembered.find(this.file);
    if (id === null) return null;
    try {
      const answer = await this.#ask('HEAD', addressOf(id), {}, null, signal);
      return { id, offset: offsetIn(answer.header('upload-offset')) };
    } catch (error) {
      if (!(error instanceof ApiProblem && (error.status === 404 || error.status === 410))) throw error;
      this.#around.remembered.forget(this.file);
      return null;
    }
  }

  async #create(signal: AbortSignal): Promise<Place> {
    const headers = {
      'upload-length': String(this.file.size),
      'upload-metadata': `filename ${base64Of(this.file.name.slice(-255))}`,
    };
    const answer = await this.#ask('POST', '/v1/uploads', headers, null, signal);
    const id = answer.header('location')?.split('/').at(-1);
    if (!isId('upload', id)) throw new ApiProblem({ code: 'unknown', status: 500, detail: '' });
    this.#around.remembered.keep(this.file, id);
    return { id, offset: 0 };
  }

  async #sendChunk(id: UploadId, offset: number, signal: AbortSignal): Promise<number> {
    const startedMs = this.#around.nowMs();
    const body = this.file.slice(offset, offset + this.#chunkBytes);
    const headers = { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
    const sent = (bytes: number) => this.#note(offset + Math.min(bytes, body.size));
    const answer = await this.#ask('PATCH', addressOf(id), headers, body, signal, sent);
    const tookMs = Math.max(1, this.#around.nowMs() - startedMs);
    this.#chunkBytes = nextChunk(this.#chunkBytes, tookMs);
    return offsetIn(answer.header('upload-offset'));
  }

  #ask(
    method: UploadRequest['method'],
    url: string,
    headers: Record<string, string>,
    body: Blob | null,
    signal: AbortSignal,
    onSent: (bytes: number) => void = () => {},
  ) {
    return this.#around.send({ method, url, headers: { ...version, ...headers }, body, signal, onSent });
  }

  async #waitForConnection(signal: AbortSignal): Promise<void> {
    const seconds = Math.min(waitMostSeconds, 2 ** this.#failures);
    this.#failures += 1;
    this.#marks = [];
    this.#change({ state: { kind: 'waiting', seconds }, bytesPerSecond: null, secondsLeft: null });
    this.#pausing = new AbortController();
    await this.#around.wait(seconds * 1000, AbortSignal.any([signal, this.#pausing.signal]));
    if (!signal.aborted) this.#change({ state: { kind: 'sending' } });
  }

  #note(bytesSent: number): void {
    this.#marks = withMark(this.#marks, { atMs: this.#around.nowMs(), done: bytesSent });
    this.#change({
      bytesSent,
      bytesPerSecond: ratePerSecond(this.#marks),
      secondsLeft: secondsLeft(this.#marks, this.file.size),
    });
  }

  #change(change: Partial<UploadStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener();
  }
}

interface Place {
  readonly id: UploadId;
  readonly offset: number;
}

const addressOf = (id: UploadId) => `/v1/uploads/${id}`;

/** No answer, a busy server, or an offset that is not the server's: each mends itself by asking where it stands. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.status >= 500 || [0, 408, 409, 423, 429].includes(error.status);
}

function offsetIn(header: string | null): number {
  const offset = Number(header ?? Number.NaN);
  if (!Number.isSafeInteger(offset) || offset < 0) {
    throw new ApiProblem({ code: 'unknown', status: 400, detail: '' });
  }
  return offset;
}

/** At most twice or half the size of the one before, so that one hiccup does not decide. */
function nextChunk(bytes: number, tookMs: number): number {
  const wanted = bytes * Math.min(2, Math.max(0.5, chunkMs / tookMs));
  return Math.round(Math.min(chunkMost, Math.max(chunkLeast, wanted)));
}

/** Base64 of the text as UTF-8, as tus asks of its metadata. */
function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
