import type { CampaignId } from '@alize/model';
import { Box, ScrollArea, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { MoreButton } from '../../shared/more-button.tsx';
import { useMe } from '../../shared/session.tsx';
import { textsQuery } from './survey-queries.ts';

/** What people answered in words to a question, to be looked through and searched. */
export function TextAnswers({ campaignId, question }: { campaignId: CampaignId; question: string }) {
  const { t } = useTranslation('surveys');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 300);
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={t('report.searchTexts')}
        value={text}
        maxLength={100}
        maw={420}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Found campaignId={campaignId} question={question} search={search} />
    </Stack>
  );
}

function Found({ campaignId, ...asked }: { campaignId: CampaignId; question: string; search: string }) {
  const { t, i18n } = useTranslation('surveys');
  const { timeZone } = useMe();
  const pages = useInfiniteQuery(textsQuery(campaignId, asked));
  if (pages.isError) return <ErrorSentence error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton height={120} />;
  const texts = pages.data.pages.flatMap((page) => page.data);
  if (texts.length === 0) return <Text size="sm">{t('report.noText')}</Text>;
  return (
    <ScrollArea.Autosize mah={360} type="auto" viewportProps={{ tabIndex: 0 }}>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {texts.map(({ interviewId, text, channel, atMs }) => (
          <Box component="li" key={interviewId} pl="sm" style={{ borderLeft: rule }}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
            <Text size="xs" c="dimmed">
              {`${formatDateTime(atMs, i18n.language, timeZone)} · ${t(`report.channel.${channel}`)}`}
            </Text>
          </Box>
        ))}
        <MoreButton pages={pages}>{t('report.moreTexts')}</MoreButton>
      </Stack>
    </ScrollArea.Autosize>
  );
}

const rule = '3px solid var(--mantine-color-default-border)';
