import { type Answer, dateWords } from '@alize/model';
import { Badge, Drawer, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { formatDateTime, formatDuration, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { AttemptDetail } from '../../shared/trade/contract.ts';
import { answerText } from './answer-text.ts';
import { attemptQuery } from './result-queries.ts';
import { ResultWord } from './result-word.tsx';

/** One call in full: its course, what was said, and by which rules it was allowed. */
export function AttemptDrawer({ id, onClose }: { id: AttemptDetail['id'] | null; onClose: () => void }) {
  const { t } = useTranslation(['results', 'shared']);
  return (
    <Drawer opened={id !== null} onClose={onClose} size={520} title={t('detail.title')}>
      {id && <Loaded id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: AttemptDetail['id'] }) {
  const attempt = useQuery(attemptQuery(id));
  if (attempt.isError) return <ErrorSentence error={attempt.error} onRetry={() => void attempt.refetch()} />;
  if (attempt.isPending) return <Skeleton height={400} />;
  return <Detail attempt={attempt.data} />;
}

function Detail({ attempt }: { attempt: AttemptDetail }) {
  const { t } = useTranslation(['results', 'shared', 'trade']);
  return (
    <Stack gap="lg">
      <div>
        <Title order={3}>{attempt.leadName || t('noName')}</Title>
        <Text c="dimmed" className="figures">
          {formatPhone(attempt.phoneNumber)}
          {attempt.leadReference && ` · ${t('detail.reference')} ${attempt.leadReference}`}
        </Text>
        <Group mt="xs" gap="sm">
          <ResultWord result={attempt.networkResult} progress={attempt.progress} />
          {attempt.disposition && (
            <Badge variant="light" size="lg" tt="none">
              {t(`shared:disposition.${attempt.disposition}`)}
            </Badge>
          )}
          {attempt.isAbandoned && (
            <Badge color="red" variant="filled" size="lg" tt="none">
              {t('abandoned')}
            </Badge>
          )}
        </Group>
      </div>
      <Times attempt={attempt} />
      {attempt.note && (
        <Section title={t('detail.note')}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{attempt.note}</Text>
        </Section>
      )}
      <Section title={t('detail.answers')}>
        <Pairs
          rows={attempt.answers.map(({ questionId, label, value }) => [questionId, label, value] as const)}
          none={t('detail.noAnswers')}
        />
      </Section>
      {attempt.outcome && (
        <Section title={t('detail.outcome')}>
          <Pairs
            rows={Object.entries(attempt.outcome.data).map(
              ([name, value]) => [name, ...inWords(attempt, name, value)] as const,
            )}
            none="–"
          />
        </Section>
      )}
      <Ruling ruling={attempt.ruling} />
    </Stack>
  );
}

/** The question and the answer behind an outcome's value; as they stand where they were not given in this call. */
function inWords(attempt: AttemptDetail, questionId: string, value: Answer): readonly [string, string] {
  const given = attempt.answers.find((answer) => answer.questionId === questionId);
  return given ? [given.label, given.value] : [questionId, answerText(value)];
}

function Times({ attempt }: { attempt: AttemptDetail }) {
  const { t, i18n } = useTranslation(['results', 'trade']);
  const { timeZone } = useMe();
  const at = (ms: number | null) => (ms === null ? null : toTheSecond(ms, i18n.language, timeZone));
  const rows = [
    ['campaign', t('detail.campaign'), attempt.campaignName],
    ['agent', t('detail.agent'), attempt.agentName],
    ['created', t('detail.created'), at(attempt.createdAtMs)],
    ['answered', t('detail.answered'), at(attempt.answeredAtMs)],
    ['connected', t('detail.connected'), at(attempt.connectedAtMs)],
    ['ended', t('detail.ended'), at(attempt.endedAtMs)],
    ['ending', t('detail.ending'), attempt.endReason && t(`trade:endReason.${attempt.endReason}`)],
    ['talk', t('detail.talk'), attempt.talkMs > 0 ? formatDuration(attempt.talkMs) : null],
  ] as const;
  const known = rows.flatMap(([key, word, value]) => (value ? [[key, word, value] as const] : []));
  return (
    <Section title={t('detail.times')}>
      <Pairs rows={known} none="–" />
    </Section>
  );
}

const toTheSecond = (ms: number, language: string, timeZone: string) =>
  dateWords(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone })(ms);

function Ruling({ ruling }: { ruling: AttemptDetail['ruling'] }) {
  const { t, i18n } = useTranslation(['results', 'trade']);
  const { timeZone } = useMe();
  return (
    <Section title={t('detail.ruling')}>
      <Text size="sm" c="dimmed">
        {t('detail.rulingText', {
          at: formatDateTime(ruling.atMs, i18n.language, timeZone),
          pack: ruling.packVersion,
          zones: ruling.zoneDataVersion,
        })}
      </Text>
      {ruling.rules.length === 0 && <Text size="sm">{t('detail.noRules')}</Text>}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {ruling.rules.map(({ rule, strength, citation }) => (
          <li key={rule}>
            <Group gap="xs">
              <Badge size="sm" variant="default" tt="none">
                {isStrength(strength) ? t(`trade:strength.${strength}`) : strength}
              </Badge>
              <Text size="sm" fw={600}>
                {rule}
              </Text>
            </Group>
            <Text size="sm" c="dimmed">
              {citation}
            </Text>
          </li>
        ))}
      </Stack>
    </Section>
  );
}

const isStrength = (text: string): text is 'LAW' | 'CODE' | 'POLICY' | 'SAFETY' =>
  ['LAW', 'CODE', 'POLICY', 'SAFETY'].includes(text);

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section">
      <Text fw={650} component="h4" m={0}>
        {title}
      </Text>
      {children}
    </Stack>
  );
}

function Pairs({
  rows,
  none,
}: {
  rows: readonly (readonly [key: string, word: string, value: string])[];
  none: string;
}) {
  if (rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return (
    <Table variant="vertical" withTableBorder fz="sm">
      <Table.Tbody>
        {rows.map(([key, word, value]) => (
          <Table.Tr key={key}>
            <Table.Th w={190}>{word}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
