import { type CampaignId, isId } from '@alize/model';
import { Alert, Button, Group, Menu, SegmentedControl, Skeleton, Stack, Switch } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { NotFoundPage } from '../../shared/page-states.tsx';
import { useMe } from '../../shared/session.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import type { Report } from './contract.ts';
import { CrossPanel } from './cross-panel.tsx';
import { InterviewStates } from './interview-states.tsx';
import { QualityPanel } from './quality-panel.tsx';
import { reportQuery, useLiveReport } from './survey-queries.ts';
import { readSurveySearch, surveyViews } from './survey-search.ts';
import { SurveySettingsPanel } from './survey-settings-panel.tsx';

const route = getRouteApi('/signed-in/campaigns/$id/survey');

/** What the interviews of a survey say, and how far to trust it; live. */
export function SurveyPage() {
  const { id } = route.useParams();
  return isId('campaign', id) ? <KnownCampaign id={id} /> : <NotFoundPage />;
}

function KnownCampaign({ id }: { id: CampaignId }) {
  const { isWeighted = false } = route.useSearch();
  const report = useQuery(reportQuery(id, isWeighted));
  useLiveReport(id);
  if (report.isError) return <ErrorSentence error={report.error} onRetry={() => void report.refetch()} />;
  if (report.isPending) return <Skeleton height={420} aria-hidden />;
  return (
    <Stack>
      <InterviewStates report={report.data} />
      <Choices campaignId={id} report={report.data} />
      <Views campaignId={id} report={report.data} />
    </Stack>
  );
}

/** The views that this person has, and the one shown: a link to another opens the answers. */
function useViews() {
  const { role } = useMe();
  const search = route.useSearch();
  const views = surveyViews.filter((one) => one !== 'settings' || role !== 'supervisor');
  return { views, view: views.find((one) => one === search.view) ?? 'answers' };
}

function Views({ campaignId, report }: { campaignId: CampaignId; report: Report }) {
  const { view } = useViews();
  switch (view) {
    case 'answers':
      return <AnswersPanel report={report} campaignId={campaignId} />;
    case 'cross':
      return <CrossPanel campaignId={campaignId} />;
    case 'quality':
      return <QualityPanel report={report} />;
    case 'settings':
      return <SurveySettingsPanel campaignId={campaignId} />;
  }
}

/** Which part is shown, with which weights, and the files. */
function Choices({ campaignId, report }: { campaignId: CampaignId; report: Report }) {
  const { t } = useTranslation('surveys');
  const { role } = useMe();
  const { views, view } = useViews();
  const { isWeighted = false } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Record<string, unknown>) =>
    void navigate({ search: (old) => readSurveySearch({ ...old, ...part }), replace: true });
  const canWeight = report.weights !== null && (view === 'answers' || view === 'cross');
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('report.views')}
          value={view}
          onChange={(value) => change({ view: value })}
          data={views.map((value) => ({ value, label: t(`report.view.${value}`) }))}
        />
        <Group>
          {canWeight && (
            <Switch
              label={t('report.weighted')}
              checked={isWeighted}
              onChange={(event) => change({ isWeighted: event.currentTarget.checked })}
            />
          )}
          {role !== 'supervisor' && <Exports campaignId={campaignId} />}
        </Group>
      </Group>
      {canWeight && isWeighted && report.weights && <WeightsNote weights={report.weights} />}
    </>
  );
}

function WeightsNote({ weights }: { weights: NonNullable<Report['weights']> }) {
  const { t } = useTranslation('surveys');
  const { designEffect, effectiveSize, leftOutCount, isConverged } = weights;
  return (
    <Alert color={isConverged ? 'blue' : 'yellow'} py="xs">
      {t('report.weightsNote', { effect: round(designEffect), size: Math.round(effectiveSize) })}
      {leftOutCount > 0 && ` ${t('report.leftOut', { count: leftOutCount })}`}
      {!isConverged && ` ${t('report.notConverged')}`}
    </Alert>
  );
}

const round = (value: number) => Math.round(value * 100) / 100;

const files = ['data.csv', 'data.sps', 'data.sav', 'codebook.html'] as const;
const fileWords = {
  'data.csv': 'csv',
  'data.sps': 'sps',
  'data.sav': 'sav',
  'codebook.html': 'codebook',
} as const;

function Exports({ campaignId }: { campaignId: CampaignId }) {
  const { t } = useTranslation('surveys');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('report.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map((name) => (
          <Menu.Item key={name} component="a" href={`/v1/campaigns/${campaignId}/survey/${name}`} download>
            {t(`report.file.${fileWords[name]}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
