import type { Rule } from '../pack.ts';
import type { Spans } from './us-states.ts';

type Span = Spans[number];

const calls = { fr: 'appels', en: 'calls' } as const;

/** Hours as people read them: "calls Monday to Saturday 08:00 to 20:00, never on Sunday, in the called person’s time." */
export function hoursText(spans: Spans, zone?: string, what: Rule['text'] = calls): Rule['text'] {
  const parts = partsOf(spans);
  const clock = zone
    ? { fr: `à l’heure que le texte nomme (${zone})`, en: `in the time that the statute names (${zone})` }
    : { fr: 'à l’heure de la personne appelée', en: 'in the called person’s time' };
  return {
    fr: `${what.fr} ${parts.map(([days, span]) => frenchPart(days, span)).join(', ')}, ${clock.fr}.`,
    en: `${what.en} ${parts.map(([days, span]) => englishPart(days, span)).join(', ')}, ${clock.en}.`,
  };
}

const dayNames = {
  everyDay: { fr: 'tous les jours', en: 'every day' },
  toFriday: { fr: 'du lundi au vendredi', en: 'Monday to Friday' },
  toSaturday: { fr: 'du lundi au samedi', en: 'Monday to Saturday' },
  weekend: { fr: 'le samedi ni le dimanche', en: 'on Saturday or Sunday' },
  saturday: { fr: 'le samedi', en: 'on Saturday' },
  sunday: { fr: 'le dimanche', en: 'on Sunday' },
} as const;
type Days = keyof typeof dayNames;

/** Days that have the same hours are said together. */
function partsOf([weekdays, saturday, sunday]: Spans): readonly (readonly [Days, Span])[] {
  if (weekdays === saturday && saturday === sunday) return [['everyDay', weekdays]];
  if (weekdays === saturday) {
    return [
      ['toSaturday', weekdays],
      ['sunday', sunday],
    ];
  }
  if (saturday === '-' && sunday === '-') {
    return [
      ['toFriday', weekdays],
      ['weekend', saturday],
    ];
  }
  return [
    ['toFriday', weekdays],
    ['saturday', saturday],
    ['sunday', sunday],
  ];
}

function frenchPart(days: Days, span: Span): string {
  if (span === '-') return `jamais ${dayNames[days].fr}`;
  const [from, to] = span.split('-');
  return `${dayNames[days].fr} de ${from} h à ${to} h`;
}

function englishPart(days: Days, span: Span): string {
  if (span === '-') return `never ${dayNames[days].en}`;
  const [from = '', to = ''] = span.split('-');
  return `${dayNames[days].en} ${from.padStart(2, '0')}:00 to ${to}:00`;
}
