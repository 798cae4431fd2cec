/** Puts the keyboard into the first field that is marked as wrong, once the marks are drawn. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
