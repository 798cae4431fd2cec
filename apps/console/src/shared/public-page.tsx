import type { Language } from '@alize/model';
import { Container, Group, Text } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from './language-switch.tsx';
import classes from './public-page.module.css';

/**
 * The frame of a page that people outside reach by a link: on whose behalf it stands, and the language. It begins in
 * `language`, unless the person has chosen one.
 */
export function PublicPage({
  clientName,
  language,
  children,
}: {
  clientName: string;
  language: Language | null;
  children: ReactNode;
}) {
  const { i18n } = useTranslation();
  useEffect(() => {
    const hasChosen = localStorage.getItem('alize.language') !== null;
    if (language !== null && !hasChosen && i18n.language !== language) void i18n.changeLanguage(language);
  }, [language, i18n]);
  return (
    <>
      <header className={classes.header}>
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text fw={650} truncate>
            {clientName}
          </Text>
          <LanguageSwitch />
        </Group>
      </header>
      <Container component="main" size={720} px="md" py="lg">
        {children}
      </Container>
    </>
  );
}
