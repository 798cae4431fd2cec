import { Card, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber, formatShare } from '../../shared/format.ts';
import type { Report } from './contract.ts';
import { StepsPicture } from './steps-picture.tsx';

/** How far the interviews can be trusted: who was reached, where they break off, and what goes with who asks. */
export function QualityPanel({ report }: { report: Report }) {
  const { t } = useTranslation('surveys');
  return (
    <Stack>
      <Section title={t('quality.steps')} help={t('quality.stepsHelp')}>
        <StepsPicture steps={report.steps} />
      </Section>
      <Section title={t('quality.interviewers')} help={t('quality.interviewersHelp')}>
        <Interviewers interviewers={report.interviewers} />
      </Section>
      <Section title={t('quality.effects')} help={t('quality.effectsHelp')}>
        <Effects effects={report.interviewerEffects} />
      </Section>
      <Section title={t('quality.reached')} help={t('quality.reachedHelp')}>
        <Reached response={report.response} />
      </Section>
    </Stack>
  );
}

function Section({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" aria-label={title}>
      <Text fw={650} component="h2" m={0}>
        {title}
      </Text>
      <Text size="sm" c="dimmed" mb="sm" maw={760}>
        {help}
      </Text>
      {children}
    </Card>
  );
}

function Interviewers({ interviewers }: { interviewers: Report['interviewers'] }) {
  const { t, i18n } = useTranslation('surveys');
  const count = (value: number) => formatNumber(value, i18n.language);
  if (interviewers.length === 0) return <Text size="sm">{t('quality.noInterviewer')}</Text>;
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table className="figures" aria-label={t('quality.interviewers')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('quality.interviewer')}</Table.Th>
            <Table.Th ta="right">{t('report.state.complete')}</Table.Th>
            <Table.Th ta="right">{t('report.state.break_off')}</Table.Th>
            <Table.Th ta="right">{t('report.state.refusal')}</Table.Th>
            <Table.Th ta="right">{t('report.state.screened_out')}</Table.Th>
            <Table.Th ta="right">{t('quality.refusalRate')}</Table.Th>
            <Table.Th ta="right">{t('quality.median')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {interviewers.map(({ userId, name, complete, breakOff, refusal, screenedOut, medianMs }) => (
            <Table.Tr key={userId}>
              <Table.Th fw={500}>{name}</Table.Th>
              <Table.Td ta="right">{count(complete)}</Table.Td>
              <Table.Td ta="right">{count(breakOff)}</Table.Td>
              <Table.Td ta="right">{count(refusal)}</Table.Td>
              <Table.Td ta="right">{count(screenedOut)}</Table.Td>
              <Table.Td ta="right">
                {complete + refusal === 0 ? '–' : formatShare(refusal / (complete + refusal), i18n.language)}
              </Table.Td>
              <Table.Td ta="right">{medianMs === null ? '–' : formatDuration(medianMs)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type Effect = Report['interviewerEffects'][number];

function Effects({ effects }: { effects: Report['interviewerEffects'] }) {
  const { t } = useTranslation('surveys');
  const shown = effects.filter(({ deviations }) => deviations.some(({ isBeyond }) => isBeyond));
  if (effects.length === 0) return <Text size="sm">{t('quality.tooFew')}</Text>;
  return (
    <Stack gap="sm">
      {shown.length === 0 && <Text size="sm">{t('quality.noEffect')}</Text>}
      {shown.map((effect) => (
        <EffectLines key={`${effect.questionId} ${effect.option?.value ?? ''}`} effect={effect} />
      ))}
      <EffectTable effects={effects} />
    </Stack>
  );
}

/** Whose answers differ from the others' beyond chance, in sentences. */
function EffectLines({ effect: { label, option, deviations } }: { effect: Effect }) {
  const { t, i18n } = useTranslation('surveys');
  const value = (number: number) =>
    option ? formatShare(number, i18n.language) : formatNumber(Math.round(number * 100) / 100, i18n.language);
  return (
    <div>
      <Text fw={600} size="sm">
        {option ? `${label} – ${option.label}` : label}
      </Text>
      {deviations
        .filter(({ isBeyond }) => isBeyond)
        .map(({ userId, name, base, value: own, others }) => (
          <Text key={userId} size="sm">
            {t(option ? 'quality.shareOf' : 'quality.meanOf', {
              name,
              own: value(own),
              others: value(others),
              count: base,
            })}
          </Text>
        ))}
    </div>
  );
}

/** The questions whose answers go most with who asks. */
function EffectTable({ effects }: { effects: readonly Effect[] }) {
  const { t, i18n } = useTranslation('surveys');
  const number = (value: number) => formatNumber(Math.round(value * 1000) / 1000, i18n.language);
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table className="figures" aria-label={t('quality.effects')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('quality.question')}</Table.Th>
            <Table.Th ta="right">{t('quality.correlation')}</Table.Th>
            <Table.Th ta="right">{t('quality.designEffect')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effects.slice(0, 10).map(({ questionId, label, option, intraclassCorrelation, designEffect }) => (
            <Table.Tr key={`${questionId} ${option?.value ?? ''}`}>
              <Table.Th fw={500}>{option ? `${label} – ${option.label}` : label}</Table.Th>
              <Table.Td ta="right">{number(intraclassCorrelation)}</Table.Td>
              <Table.Td ta="right">{number(designEffect)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const results = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'] as const;

/** What became of every lead, by the standard's letters. */
function Reached({ response }: { response: Report['response'] }) {
  const { t, i18n } = useTranslation('surveys');
  const rows = [
    ...results.map((result) => [t(`quality.result.${result}`), response.counts[result], result] as const),
    [t('quality.notTried'), response.notTried, ''] as const,
  ];
  return (
    <Group component="dl" m={0} gap="8px 36px">
      {rows.map(([word, count, letters]) => (
        <Stack key={word} gap={0} style={{ flexDirection: 'column-reverse' }}>
          <Text component="dt" size="sm" c="dimmed">
            {word} {letters && `(${letters})`}
          </Text>
          <Text component="dd" m={0} fw={650} fz="lg" className="figures">
            {formatNumber(count, i18n.language)}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}
