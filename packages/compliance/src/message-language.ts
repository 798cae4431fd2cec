import type { Language } from '@alize/model';
import { fr } from './packs/fr.ts';
import type { Place } from './place/place.ts';

const frenchSpeaking: readonly string[] = [...fr.territories, 'BE', 'CH', 'LU', 'MC'];

/** The language in which a recorded message is said to people of a place: French where it is spoken, else English. */
export function messageLanguage({ territories }: Place): Language {
  return territories.some((territory) => frenchSpeaking.includes(territory)) ? 'fr' : 'en';
}
