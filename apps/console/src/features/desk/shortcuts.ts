export type DeskAction =
  | { readonly kind: 'mute' | 'hang_up' | 'pause' | 'withdraw' | 'next' | 'back' | 'objections' | 'help' }
  /** `number` counts from 1; the key 0 is the tenth. */
  | { readonly kind: 'dispose'; readonly number: number };

export interface KeyPress {
  readonly key: string;
  /** The place on the keyboard: on a French one the digits need Shift, their places do not. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const withCtrlShift = { m: 'mute', h: 'hang_up', p: 'pause', x: 'withdraw', o: 'objections' } as const;
const hasName = (key: string): key is keyof typeof withCtrlShift => key in withCtrlShift;

/**
 * What a key press asks of the desk; null for nothing. Single keys count neither while text is typed nor when the
 * person has switched them off (WCAG 2.1.4).
 */
export function actionOf(
  press: KeyPress,
  where: { readonly isTyping: boolean; readonly hasSingleKeys: boolean },
): DeskAction | null {
  if (press.altKey || press.metaKey) return null;
  if (press.ctrlKey) return withCtrl(press);
  if (where.isTyping || !where.hasSingleKeys) return null;
  if (press.key === '?') return { kind: 'help' };
  if (press.key.toLowerCase() === 'o') return { kind: 'objections' };
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  return digit === undefined ? null : { kind: 'dispose', number: Number(digit) || 10 };
}

/** The digit that chooses the disposition at this place, from 0; null past the tenth. */
export const digitOf = (index: number): number | null => (index < 10 ? (index + 1) % 10 : null);

function withCtrl(press: KeyPress): DeskAction | null {
  if (press.key === 'Enter') return { kind: press.shiftKey ? 'back' : 'next' };
  const letter = press.key.toLowerCase();
  return press.shiftKey && hasName(letter) ? { kind: withCtrlShift[letter] } : null;
}

/** Whether keys typed at `target` are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  ) {
    return true;
  }
  return (
    target instanceof HTMLInputElement && !['button', 'checkbox', 'radio', 'range'].includes(target.type)
  );
}
