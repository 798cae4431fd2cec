import type { CampaignId } from '@alize/model';
import { Card, Stack, Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IntervalBars } from '../../shared/chart/interval-bars.tsx';
import { EmptyState } from '../../shared/empty-state.tsx';
import { formatNumber } from '../../shared/format.ts';
import { Disclosure } from '../../shared/trade/disclosure.tsx';
import type { OptionCount, QuestionReport, Report } from './contract.ts';
import { Histogram } from './histogram.tsx';
import { MatrixBars } from './matrix-bars.tsx';
import { TextAnswers } from './text-answers.tsx';

/** Below so many answers a share says little. */
export const smallBase = 30;

/** Every question with its answers, in the order in which they are asked. */
export function AnswersPanel({ report, campaignId }: { report: Report; campaignId: CampaignId }) {
  const { t } = useTranslation('surveys');
  if (report.interviews.complete === 0) {
    return (
      <Card withBorder>
        <EmptyState icon={IconMessageQuestion} title={t('report.empty')}>
          {t('report.emptyText')}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Stack>
      {report.questions.map((question, at) => (
        <QuestionCard
          key={question.id}
          question={question}
          number={at + 1}
          isWeighted={report.isWeighted}
          campaignId={campaignId}
        />
      ))}
      <Text size="sm" c="dimmed" maw={760}>
        {t('report.intervalNote')}
      </Text>
    </Stack>
  );
}

function QuestionCard({
  question,
  number,
  isWeighted,
  campaignId,
}: {
  question: QuestionReport;
  number: number;
  isWeighted: boolean;
  campaignId: CampaignId;
}) {
  const { t } = useTranslation('surveys');
  const { label, base, asked, kind } = question;
  return (
    <Card withBorder component="section" aria-label={label}>
      <Text component="h3" m={0} fw={650}>
        <Text span c="dimmed" inherit>
          {number}.
        </Text>{' '}
        {label}
      </Text>
      <Text size="sm" c="dimmed" mb="sm" className="figures">
        {t('report.base', { count: base, asked })}
        {isWeighted && ` · ${t('report.weightedShares')}`}
        {kind === 'multiple' && ` · ${t('report.multiple')}`}
        {base > 0 && base < smallBase && ` · ${t('report.smallBase')}`}
      </Text>
      {base === 0 ? (
        <Text size="sm">{t('report.noAnswer')}</Text>
      ) : (
        <Answers question={question} campaignId={campaignId} />
      )}
    </Card>
  );
}

function Answers({ question, campaignId }: { question: QuestionReport; campaignId: CampaignId }) {
  const { t } = useTranslation('surveys');
  const { id, kind, label, rows, options, numbers, distinct, base } = question;
  if (rows.length > 0) return <MatrixBars caption={label} rows={rows} />;
  if (numbers) return <Numbers label={label} numbers={numbers} />;
  if (options.length > 0)
    return (
      <IntervalBars
        caption={label}
        heading={t('report.answer')}
        rows={options.map((option) => barOf(option, base))}
      />
    );
  return (
    <>
      <Text size="sm">{t('report.distinct', { count: distinct ?? 0 })}</Text>
      {readKinds.includes(kind) && (
        <Disclosure title={t('report.readTexts')}>
          <TextAnswers campaignId={campaignId} question={id} />
        </Disclosure>
      )}
    </>
  );
}

/** Questions whose answers are read one by one here; numbers and addresses of persons stand in the exports. */
const readKinds: readonly string[] = ['text', 'date', 'datetime'];

const barOf = ({ value, label, count, share }: OptionCount, base: number) => ({
  key: value,
  label,
  share: share?.value ?? null,
  low: share?.low ?? null,
  high: share?.high ?? null,
  count,
  base,
  isSmall: base < smallBase,
});

function Numbers({ label, numbers }: { label: string; numbers: NonNullable<QuestionReport['numbers']> }) {
  const { t, i18n } = useTranslation('surveys');
  const { mean, deviation, median, min, max, histogram } = numbers;
  const number = (value: number) => formatNumber(Math.round(value * 100) / 100, i18n.language);
  const rest = [
    [t('report.medianValue'), number(median)],
    [t('report.range'), t('report.fromTo', { from: number(min), to: number(max) })],
    ...(deviation === null ? [] : [[t('report.deviation'), number(deviation)] as const]),
  ] as const;
  return (
    <Stack gap="sm">
      <Text className="figures">
        {t('report.mean')}{' '}
        <Text span fw={700} fz={24} inherit>
          {number(mean.value)}
        </Text>{' '}
        {mean.low !== null && mean.high !== null && (
          <Text span c="dimmed" size="sm">
            {t('report.meanBetween', { low: number(mean.low), high: number(mean.high) })}
          </Text>
        )}
        <Text span c="dimmed" size="sm">
          {rest.map(([word, value]) => ` · ${word} ${value}`).join('')}
        </Text>
      </Text>
      <Histogram caption={label} bars={histogram} mean={mean} />
    </Stack>
  );
}
