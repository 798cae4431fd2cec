import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLink, IconMail } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { CopyText } from '../../shared/secret-once.tsx';
import type { Lead } from '../../shared/trade/contract.ts';
import { campaignQuery } from '../../shared/trade/queries.ts';
import { makeInterviewLink, webLinksQuery } from './lead-queries.ts';
import { Section } from './lead-section.tsx';

/** The link by which the person answers a survey on the web; nothing where links are off. */
export function InterviewLink({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const { data: campaign } = useQuery(campaignQuery(lead.campaignId));
  const isSurvey = campaign?.kind === 'survey';
  const { data: hasLinks = false } = useQuery({ ...webLinksQuery(lead.campaignId), enabled: isSurvey });
  const make = useMutation({
    mutationFn: (byEmail: boolean) => makeInterviewLink(lead.id, byEmail),
    onSuccess: ({ isSent }) => {
      if (isSent) notifications.show({ color: 'teal', message: t('link.sent') });
    },
  });
  if (!isSurvey || !hasLinks) return null;
  return (
    <Section title={t('link.title')}>
      <Text size="sm" c="dimmed">
        {t('link.help')}
      </Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          loading={make.isPending}
          leftSection={<IconLink size={14} aria-hidden />}
          onClick={() => make.mutate(false)}
        >
          {t('link.show')}
        </Button>
        {lead.email && (
          <Button
            variant="default"
            size="xs"
            disabled={make.isPending}
            leftSection={<IconMail size={14} aria-hidden />}
            onClick={() => make.mutate(true)}
          >
            {t('link.send')}
          </Button>
        )}
      </Group>
      {make.data && (
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <TextInput aria-label={t('link.title')} value={make.data.url} readOnly style={{ flex: 1 }} />
          <CopyText text={make.data.url} />
        </Group>
      )}
      {make.isError && <ErrorSentence error={make.error} />}
    </Section>
  );
}
