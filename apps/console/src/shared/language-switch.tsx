import { SegmentedControl } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from './api.ts';
import { notifyError } from './error-sentence.tsx';
import { meQuery } from './session.tsx';

/** French or English; the browser remembers it, and the person's account when there is one. Names of languages stay in their own language. */
export function LanguageSwitch() {
  const { i18n, t } = useTranslation();
  const client = useQueryClient();
  const choose = async (chosen: string) => {
    const language = chosen === 'en' ? 'en' : 'fr';
    localStorage.setItem('alize.language', language);
    await i18n.changeLanguage(language);
    if (!client.getQueryData(meQuery.queryKey)) return;
    // The api's sentences follow the account's language.
    await ask(api.v1.session.$patch({ json: { language } })).then((me) => {
      client.setQueryData(meQuery.queryKey, me);
      void client.invalidateQueries();
    }, notifyError);
  };
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={i18n.language}
      onChange={(language) => void choose(language)}
      data={[
        { value: 'fr', label: <span lang="fr">Français</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  );
}
