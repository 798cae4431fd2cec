import { Card, Group, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PacingPicture } from '../../../shared/pacing/pacing-picture.tsx';
import { idleSentences, limitSentence, pacingSentence } from '../../../shared/pacing/pacing-words.ts';
import { useMe } from '../../../shared/session.tsx';
import { clockText } from './clock-text.ts';
import type { PacingPoint } from './pacing-points.ts';

/** The decision in force at an instant, told and drawn, and why agents waited. Its height stays as the cursor moves. */
export function InstantView({
  point,
  aim,
  children,
}: {
  point: PacingPoint;
  aim: number | null;
  children: ReactNode;
}) {
  const { t, i18n } = useTranslation(['campaignPacing', 'trade']);
  const words = useTranslation('pacing');
  const { timeZone } = useMe();
  const { decision, agents, atMs } = point;
  const { language } = i18n;
  return (
    <Card withBorder component="section" aria-label={t('instant.title')} mih={200}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm" align="baseline">
          <Text fw={650}>{t('instant.title')}</Text>
          <Text fw={650} className="figures">
            {clockText(atMs, language, timeZone)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('instant.mode', { mode: t(`trade:dialMode.${decision.mode}`).toLocaleLowerCase(language) })}
          </Text>
        </Group>
        {children}
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <div>
          <Text className="figures" mb="sm">
            {pacingSentence(words.t, decision, language)}
          </Text>
          {agents.ready > 0 ? (
            <Answer question={t('instant.idle')}>
              {idleSentences(words.t, { decision, agents }, language).join(' ')}
            </Answer>
          ) : (
            <Answer question={t('instant.why')}>{limitSentence(words.t, decision, language)}</Answer>
          )}
        </div>
        <PacingPicture now={decision} aim={aim} />
      </SimpleGrid>
    </Card>
  );
}

function Answer({ question, children }: { question: string; children: ReactNode }) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {question}
      </Text>
      <Text size="sm" mb="xs" className="figures">
        {children}
      </Text>
    </>
  );
}
