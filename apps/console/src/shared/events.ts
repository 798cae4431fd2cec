import type { Event, EventKind, StoredEvent } from '@alize/model';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

const kinds = [
  'campaign.changed',
  'campaign.paced',
  'agent.changed',
  'call.changed',
  'list.changed',
  'import.changed',
  'dialer.changed',
  'appointment.changed',
  'delivery.changed',
  'survey.changed',
  'handover.changed',
] as const satisfies EventKind[];
/** How long to wait before a stream that the server refused is asked for again, in ms. */
const reopenAfterMs = 2000;

type Listener = (event: StoredEvent) => void;
const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let isLive = false;

/**
 * Opens the tab's one event stream. The browser resumes it by `Last-Event-ID`; where that cannot be (`resync`, or a
 * stream that opens for the first time or anew) every query is asked again: what happened after its answer was read is
 * in no event that is still to come. The answer closes it.
 */
export function startEvents(queryClient: QueryClient): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource('/v1/events');
    source.addEventListener('open', () => void queryClient.invalidateQueries(), { once: true });
    source.onopen = () => setLive(true);
    source.onerror = () => {
      setLive(false);
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfterMs);
    };
    source.onmessage = receive;
    for (const kind of kinds) source.addEventListener(kind, receive);
    source.addEventListener('resync', () => void queryClient.invalidateQueries());
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
    setLive(false);
  };
}

/** Calls `handle` with each event of the client from now on. */
export function useEvents(handle: Listener): void {
  const current = useEffectEvent(handle);
  useEffect(() => {
    const listener: Listener = (event) => current(event);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
}

/** Calls `handle` with the events of one kind. */
export function useEventsOf<K extends EventKind>(
  kind: K,
  handle: (event: Extract<Event, { kind: K }>, stored: StoredEvent) => void,
): void {
  useEvents((stored) => {
    if (isOf(stored.event, kind)) handle(stored.event, stored);
  });
}

/** Whether the stream is open now. */
export function useIsLive(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    () => isLive,
  );
}

const isOf = <K extends EventKind>(event: Event, kind: K): event is Extract<Event, { kind: K }> =>
  event.kind === kind;

function setLive(value: boolean): void {
  if (isLive === value) return;
  isLive = value;
  for (const watcher of watchers) watcher();
}

function receive(message: MessageEvent<string>): void {
  const stored: unknown = JSON.parse(message.data);
  if (!isStoredEvent(stored)) return;
  for (const listener of listeners) listener(stored);
}

/** The server writes StoredEvents; what does not look like one (a newer kind, say) is left aside. */
function isStoredEvent(value: unknown): value is StoredEvent {
  if (typeof value !== 'object' || value === null || !('event' in value)) return false;
  const { event } = value;
  return (
    typeof event === 'object' &&
    event !== null &&
    'kind' in event &&
    kinds.some((kind) => kind === event.kind)
  );
}
