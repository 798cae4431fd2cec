import { useEffect, useEffectEvent } from 'react';
import { useSingleKeys } from '../../shared/single-keys.ts';
import { actionOf, type DeskAction, isTextField } from './shortcuts.ts';

/** Hands the desk's shortcuts to `handle`; true means that it was for it. A held key counts once. */
export function useDeskAction(handle: (action: DeskAction) => boolean): void {
  const [hasSingleKeys] = useSingleKeys();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.repeat || event.defaultPrevented) return;
    const action = actionOf(event, {
      isTyping: isTextField(event.target) || isInOverlay(event.target),
      hasSingleKeys,
    });
    if (action && handle(action)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, []);
}

/** A menu, a list or a dialog has its own use for single keys. */
const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
