/** Exit codes by what went wrong, as sysexits and other tools have them. */
export const exitCodes = {
  failure: 1,
  usage: 2,
  not_found: 3,
  conflict: 4,
  refused: 5,
  retry_later: 75,
} as const;

/** What people can mend, as a sentence in their language. */
export class Refusal extends Error {
  readonly kind: keyof typeof exitCodes;

  constructor(kind: keyof typeof exitCodes, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
    this.kind = kind;
  }
}
