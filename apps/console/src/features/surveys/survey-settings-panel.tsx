import type { CampaignId } from '@alize/model';
import { Anchor, Button, Card, Group, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tagged } from '../../shared/api.ts';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { FieldErrors } from '../../shared/trade/field-errors.tsx';
import type { Survey } from './contract.ts';
import { Shares } from './spread-panel.tsx';
import { surveyQuery, useSaveSurvey } from './survey-queries.ts';
import { isComplete, type Margin, marginsOf, weightsOf } from './weight-form.ts';

/** How answers are weighted, and whether interviews go on by a link. */
export function SurveySettingsPanel({ campaignId }: { campaignId: CampaignId }) {
  const survey = useQuery(surveyQuery(campaignId));
  if (survey.isError) return <ErrorSentence error={survey.error} onRetry={() => void survey.refetch()} />;
  if (survey.isPending) return <Skeleton height={320} aria-hidden />;
  return (
    <Stack>
      <Links campaignId={campaignId} survey={survey.data} />
      <Weights key={survey.data.etag} campaignId={campaignId} survey={survey.data} />
    </Stack>
  );
}

interface PanelProps {
  readonly campaignId: CampaignId;
  readonly survey: Tagged<Survey>;
}

/** Each switch is stored as it is turned. */
function Links({ campaignId, survey }: PanelProps) {
  const { t } = useTranslation('surveys');
  const save = useSaveSurvey(campaignId, survey);
  const { hasWebLinks, webLinkByEmail } = survey.value;
  return (
    <Card withBorder component="section" aria-label={t('links.title')}>
      <Text fw={650} component="h2" m={0} mb="sm">
        {t('links.title')}
      </Text>
      <Stack gap="sm">
        <Switch
          label={t('links.on')}
          description={t('links.onHelp')}
          checked={hasWebLinks}
          disabled={save.isPending}
          onChange={(event) => save.mutate({ hasWebLinks: event.currentTarget.checked })}
        />
        <Switch
          label={t('links.byEmail')}
          description={t('links.byEmailHelp')}
          checked={webLinkByEmail}
          disabled={save.isPending || !hasWebLinks}
          onChange={(event) => save.mutate({ webLinkByEmail: event.currentTarget.checked })}
        />
        {hasWebLinks && (
          <Text size="sm">
            <Anchor
              size="sm"
              underline="always"
              href={`/v1/campaigns/${campaignId}/survey/links.csv`}
              download
            >
              {t('links.file')}
            </Anchor>{' '}
            {t('links.fileHelp')}
          </Text>
        )}
        {save.isError && <FieldErrors error={save.error} />}
      </Stack>
    </Card>
  );
}

function Weights({ campaignId, survey }: PanelProps) {
  const { t } = useTranslation('surveys');
  const { quotas, weights } = survey.value;
  const [margins, setMargins] = useState(() => marginsOf(quotas, weights));
  const save = useSaveSurvey(campaignId, survey);
  const store = (changed: readonly Margin[]) =>
    save.mutate(
      { weights: weightsOf(changed) },
      { onSuccess: () => notifications.show({ color: 'teal', message: t('saved') }) },
    );
  return (
    <Card withBorder component="section" aria-label={t('weights.title')}>
      <Text fw={650} component="h2" m={0}>
        {t('weights.title')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm" maw={760}>
        {t('weights.help')}
      </Text>
      {margins.length === 0 ? (
        <Text size="sm">
          {t('weights.noQuotas')}{' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => <Link {...props} to="/campaigns/$id/quotas" params={{ id: campaignId }} />}
          >
            {t('weights.toQuotas')}
          </Anchor>
        </Text>
      ) : (
        <Stack>
          <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
            {margins.map((margin, place) => (
              <Stack key={margin.id} gap="xs">
                <Switch
                  label={t('weights.by', { name: margin.label })}
                  checked={margin.isOn}
                  onChange={(event) => {
                    const isOn = event.currentTarget.checked;
                    setMargins((before) => before.with(place, { ...margin, isOn }));
                  }}
                />
                {margin.isOn && (
                  <Shares
                    dimension={margin}
                    onChange={(groups) => setMargins((before) => before.with(place, { ...margin, groups }))}
                  />
                )}
              </Stack>
            ))}
          </SimpleGrid>
          {save.isError && <FieldErrors error={save.error} />}
          <Group>
            <Button
              loading={save.isPending}
              disabled={!margins.every(isComplete)}
              onClick={() => store(margins)}
            >
              {t('save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Card>
  );
}
