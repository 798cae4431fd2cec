import { dateWords } from '@alize/model';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as account from './features/account/texts.ts';
import * as ownAppointment from './features/appointments/public/texts.ts';
import * as bookingSettings from './features/appointments/settings/texts.ts';
import * as appointments from './features/appointments/texts.ts';
import * as calendars from './features/calendars/texts.ts';
import * as campaignForecast from './features/campaigns/forecast/texts.ts';
import * as campaignLists from './features/campaigns/lists/texts.ts';
import * as campaignPacing from './features/campaigns/pacing/texts.ts';
import * as campaigns from './features/campaigns/texts.ts';
import * as callerIds from './features/compliance/caller-ids/texts.ts';
import * as consents from './features/compliance/consents/texts.ts';
import * as evidence from './features/compliance/evidence/texts.ts';
import * as registers from './features/compliance/registers/texts.ts';
import * as compliance from './features/compliance/texts.ts';
import * as desk from './features/desk/texts.ts';
import * as handovers from './features/handovers/texts.ts';
import * as apiKeys from './features/integrations/api-keys/texts.ts';
import * as deliveries from './features/integrations/deliveries/texts.ts';
import * as integrations from './features/integrations/texts.ts';
import * as webhooks from './features/integrations/webhooks/texts.ts';
import * as interview from './features/interview/texts.ts';
import * as leads from './features/leads/texts.ts';
import * as lists from './features/lists/texts.ts';
import * as live from './features/live/texts.ts';
import * as logIn from './features/log-in/texts.ts';
import * as people from './features/people/texts.ts';
import * as results from './features/results/texts.ts';
import * as scripts from './features/scripts/texts.ts';
import * as suppressions from './features/suppressions/texts.ts';
import * as surveys from './features/surveys/texts.ts';
import * as booking from './shared/booking/texts.ts';
import { frenchOf } from './shared/french-of.ts';
import { frenchSpaces } from './shared/french-spaces.ts';
import * as pacing from './shared/pacing/texts.ts';
import * as schedule from './shared/schedule/texts.ts';
import * as script from './shared/script/texts.ts';
import * as shared from './shared/texts.ts';
import * as trade from './shared/trade/texts.ts';

/** The texts of every feature; the key is the namespace: `useTranslation('desk')`. */
export const texts = {
  shared,
  trade,
  account,
  apiKeys,
  appointments,
  booking,
  bookingSettings,
  calendars,
  callerIds,
  campaignForecast,
  campaignLists,
  campaignPacing,
  campaigns,
  compliance,
  consents,
  deliveries,
  desk,
  evidence,
  handovers,
  integrations,
  interview,
  leads,
  lists,
  live,
  logIn,
  ownAppointment,
  pacing,
  people,
  registers,
  results,
  scripts,
  script,
  schedule,
  suppressions,
  webhooks,
  surveys,
};

type Texts = { [Name in keyof typeof texts]: (typeof texts)[Name]['fr'] };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    resources: Texts;
  }
}

const inLanguage = (language: 'fr' | 'en') =>
  Object.fromEntries(
    Object.entries(texts).map(([name, feature]) => [name, typeset(feature[language], language)]),
  );

/** Texts are written with plain spaces; French ones get their no-break spaces here. */
function typeset(tree: object, language: 'fr' | 'en'): object {
  if (language !== 'fr') return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]: [string, unknown]) => {
      if (typeof value === 'string') return [key, frenchSpaces(value)];
      return [key, typeof value === 'object' && value !== null ? typeset(value, language) : value];
    }),
  );
}

const chosen = () => {
  const stored = localStorage.getItem('alize.language');
  if (stored === 'fr' || stored === 'en') return stored;
  return navigator.language.startsWith('en') ? 'en' : 'fr';
};

/** Loads the texts of both languages; resolves when the first page may be drawn. */
export async function startI18n(language: 'fr' | 'en' = chosen()): Promise<void> {
  i18next.on('languageChanged', (name) => {
    document.documentElement.lang = name;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'shared',
    resources: { fr: inLanguage('fr'), en: inLanguage('en') },
    interpolation: { escapeValue: false },
  });
  i18next.services.formatter?.add('of', (name) => frenchOf(String(name)));
  i18next.services.formatter?.add('datetime', (at, locale, format) =>
    dateWords(locale ?? language, format)(at),
  );
}
