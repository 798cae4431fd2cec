import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { FileUpload, type UploadStatus } from './file-upload.ts';
import { rememberedIn } from './remembered-uploads.ts';
import { sendByXhr } from './send.ts';

/** The upload of the file that was chosen last; it stops with the page, and goes on when the file is chosen again. */
export function useFileUpload() {
  const [upload, setUpload] = useState<FileUpload | null>(null);
  useEffect(() => {
    if (!upload) return;
    void upload.start();
    const retry = () => upload.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      upload.stop();
    };
  }, [upload]);
  const subscribe = useCallback(
    (listener: () => void) => upload?.subscribe(listener) ?? (() => {}),
    [upload],
  );
  const status = useSyncExternalStore<UploadStatus | null>(subscribe, () => upload?.status() ?? null);
  return {
    upload,
    status,
    begin: (file: File) => setUpload(new FileUpload(file, surroundings)),
    cancel: () => {
      void upload?.cancel();
      setUpload(null);
    },
  };
}

const surroundings = {
  send: sendByXhr,
  remembered: rememberedIn(localStorage),
  nowMs: () => performance.now(),
  wait: (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      const stop = () => {
        clearTimeout(timer);
        resolve();
      };
      signal.addEventListener('abort', stop, { once: true });
    }),
};
