import type { CampaignKind, Language, Script } from '@alize/model';
import { appointmentScript } from './appointment-script.ts';
import { wordsIn } from './parts.ts';
import { qualificationScript } from './qualification-script.ts';
import { surveyScript } from './survey-script.ts';

/** A script for this kind of campaign that could be read out as it is. */
export function startingScript(kind: CampaignKind, language: Language): Script {
  const words = wordsIn(language);
  switch (kind) {
    case 'appointment':
      return appointmentScript(words);
    case 'survey':
      return surveyScript(words);
    case 'qualification':
      return qualificationScript(words);
  }
}
