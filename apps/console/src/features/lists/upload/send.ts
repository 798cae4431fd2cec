import { ApiProblem, problemOf } from '../../../shared/api.ts';

/** One request of an upload. */
export interface UploadRequest {
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | null;
  readonly signal: AbortSignal;
  /** Told how many bytes of the body have left this machine. */
  readonly onSent: (bytes: number) => void;
}

export interface UploadAnswer {
  /** A header of the answer by its name; null when it has none. */
  header(name: string): string | null;
}

/** Resolves with an answer below 300; throws ApiProblem for any other, with status 0 when none came. */
export type Send = (request: UploadRequest) => Promise<UploadAnswer>;

/** By XMLHttpRequest, since `fetch` does not say how much of a body has left. */
export const sendByXhr: Send = (request) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    xhr.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = ({ loaded }) => request.onSent(loaded);
    xhr.onload = () => {
      if (xhr.status < 300) resolve({ header: (name) => xhr.getResponseHeader(name) });
      else reject(problemOf(xhr.status, xhr.responseText));
    };
    xhr.onerror = () => reject(new ApiProblem({ code: 'unreachable', status: 0, detail: '' }));
    xhr.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    xhr.onloadend = () => request.signal.removeEventListener('abort', stop);
    request.signal.addEventListener('abort', stop);
    if (request.signal.aborted) stop();
    else xhr.send(request.body);
  });
