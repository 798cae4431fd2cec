import { useCallback, useEffect, useRef, useState } from 'react';
import { nearest } from '../document/place.ts';

interface Jump {
  readonly pointer: string;
  readonly questionId: string | null;
}

/**
 * Leads to a place of the document. `open` opens the part that holds it and answers the question to be opened; once
 * that is drawn, the field whose `data-place` is nearest has the keyboard.
 */
export function useJump(open: (pointer: string) => string | null) {
  const [sought, setSought] = useState<Jump | null>(null);
  const opening = useRef(open);
  opening.current = open;
  const jump = useCallback((pointer: string) => {
    setSought({ pointer, questionId: opening.current(pointer) });
  }, []);
  useEffect(() => {
    if (!sought) return;
    // The address changes first, then the part is drawn, then the question opens in it.
    const timer = setTimeout(() => {
      show(sought.pointer);
      setSought(null);
    }, 120);
    return () => clearTimeout(timer);
  }, [sought]);
  return { jump, soughtQuestionId: sought?.questionId ?? null };
}

function show(pointer: string): void {
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')].filter(
    (place) => place.offsetParent !== null,
  );
  const wanted = nearest(
    pointer,
    places.map((place) => place.dataset.place ?? ''),
  );
  const place = places.find((each) => each.dataset.place === wanted);
  if (!place) return;
  const isField = place.matches('input, textarea, select, button');
  const field = isField ? place : place.querySelector<HTMLElement>('input, textarea, select, button');
  place.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
