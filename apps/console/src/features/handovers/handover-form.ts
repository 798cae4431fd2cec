import type { HandoverDocument } from './contract.ts';

/** The settings as the form holds them: lists as lines of text. */
export interface HandoverForm extends Omit<HandoverDocument, 'emails' | 'rejectionReasons'> {
  readonly emails: string;
  readonly rejectionReasons: string;
}

export const formOf = ({ emails, rejectionReasons, ...rest }: HandoverDocument): HandoverForm => ({
  ...rest,
  emails: emails.join('\n'),
  rejectionReasons: rejectionReasons.join('\n'),
});

/** What the api is sent. */
export const documentOf = ({ emails, rejectionReasons, ...rest }: HandoverForm): HandoverDocument => ({
  ...rest,
  emails: linesOf(emails, /[\s,;]+/),
  rejectionReasons: linesOf(rejectionReasons, /\n/),
});

/** The first of the addresses that is none; null when all are right. */
export const badEmail = ({ emails }: HandoverForm): string | null =>
  linesOf(emails, /[\s,;]+/).find((email) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(email)) ?? null;

const linesOf = (text: string, between: RegExp): string[] => [
  ...new Set(
    text
      .split(between)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
