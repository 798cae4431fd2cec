import { isId } from '@alize/model';
import { Button, Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconChartGridDots, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tagged } from '../../shared/api.ts';
import { EmptyState } from '../../shared/empty-state.tsx';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { useMe } from '../../shared/session.tsx';
import type { Campaign } from '../../shared/trade/contract.ts';
import { campaignQuery } from '../../shared/trade/queries.ts';
import type { Survey } from './contract.ts';
import { QuotaEditor } from './quota-editor.tsx';
import { emptyPlan, formOf, type PlanForm } from './quota-form.ts';
import { QuotaProgress } from './quota-progress.tsx';
import { type ReadyDimension, readyForm } from './ready-dimensions.ts';
import { surveyQuery } from './survey-queries.ts';
import { useReadyWords } from './use-ready-words.ts';

const route = getRouteApi('/signed-in/campaigns/$id/quotas');

/** How full the cells of a survey are, and the plan that says what is wanted. */
export function QuotasPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <KnownCampaign id={id} /> : <NotFoundPage />;
}

function KnownCampaign({ id }: { id: Campaign['id'] }) {
  const campaign = useQuery(campaignQuery(id));
  const survey = useQuery(surveyQuery(id));
  if (survey.isError) return <ErrorSentence error={survey.error} onRetry={() => void survey.refetch()} />;
  if (campaign.isError)
    return <ErrorSentence error={campaign.error} onRetry={() => void campaign.refetch()} />;
  if (survey.isPending || campaign.isPending) return <Skeleton height={320} aria-hidden />;
  return <Quotas campaign={campaign.data} survey={survey.data} />;
}

function Quotas({ campaign, survey }: { campaign: Campaign; survey: Tagged<Survey> }) {
  const { t } = useTranslation('surveys');
  const [edited, setEdited] = useState<{ form: PlanForm; base: Tagged<Survey> } | null>(null);
  const edit = (form: PlanForm) => setEdited({ form, base: survey });
  const canEdit = useMe().role !== 'supervisor';
  const { quotas } = survey.value;
  if (edited) return <QuotaEditor campaign={campaign} {...edited} onDone={() => setEdited(null)} />;
  if (!quotas) return <NoQuotas onStart={canEdit ? edit : null} />;
  return (
    <Stack>
      {canEdit && (
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => edit(formOf(quotas))}
          >
            {t('quotas.edit')}
          </Button>
        </Group>
      )}
      <QuotaProgress campaignId={campaign.id} />
    </Stack>
  );
}

const starts = [
  ['startSexAge', ['sex', 'age']],
  ['startSexAgeRegion', ['sex', 'age', 'region']],
  ['startBlank', ['blank']],
] as const satisfies readonly (readonly [string, readonly ReadyDimension[]])[];

/** `onStart` is null for who may only watch. */
function NoQuotas({ onStart }: { onStart: ((form: PlanForm) => void) | null }) {
  const { t } = useTranslation('surveys');
  const words = useReadyWords();
  return (
    <Card withBorder>
      <EmptyState
        icon={IconChartGridDots}
        title={t('quotas.empty')}
        action={
          onStart && (
            <Stack gap="xs" align="center" mt="sm">
              <Text size="sm" fw={600}>
                {t('quotas.start')}
              </Text>
              <Group gap="sm" justify="center">
                {starts.map(([key, ready], at) => (
                  <Button
                    key={key}
                    variant={at === 0 ? 'filled' : 'default'}
                    onClick={() => onStart(readyForm(emptyPlan, ready, words))}
                  >
                    {t(`quotas.${key}`)}
                  </Button>
                ))}
              </Group>
            </Stack>
          )
        }
      >
        {t('quotas.emptyText')}
      </EmptyState>
    </Card>
  );
}
