import { Anchor, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatNumber, formatPhone } from '../../shared/format.ts';
import { Chip } from '../../shared/trade/chip.tsx';
import type { SharedLead } from './contract.ts';

/** The score of a lead and the stage that it means; nothing where nothing is scored. */
export function ScoreLine({ points, stageLabel }: { points: number | null; stageLabel: string | null }) {
  const { t, i18n } = useTranslation('handovers');
  if (points === null) return null;
  return (
    <Text component="div" className="figures">
      <Text span c="dimmed" inherit>
        {t('detail.score')}
      </Text>{' '}
      <Text span fz={26} fw={700} inherit>
        {formatNumber(points, i18n.language)}
      </Text>{' '}
      {stageLabel && <Chip color="blue">{stageLabel}</Chip>}
    </Text>
  );
}

/** What each answer brought to the score; nothing where nothing is scored. */
export function ScoreParts({ parts }: { parts: SharedLead['scoreParts'] }) {
  const { t, i18n } = useTranslation('handovers');
  const number = (points: number) => formatNumber(points, i18n.language);
  if (parts.length === 0) return null;
  return (
    <Pairs
      title={t('detail.parts')}
      width="70%"
      rows={parts.map(({ label, points, pointsMax, isDisqualifying }) => [
        label,
        <span key="points" className="figures">
          {number(points)} / {number(pointsMax)}
          {isDisqualifying && ` · ${t('detail.disqualifying')}`}
        </span>,
      ])}
    />
  );
}

/** Who it is and how to reach them; what is empty is left out. */
export function LeadDetails({ lead }: { lead: SharedLead['lead'] }) {
  const { t, i18n } = useTranslation('handovers');
  const told = [
    ['company', lead.company],
    [
      'email',
      lead.email && (
        <Anchor fz="inherit" href={`mailto:${lead.email}`}>
          {lead.email}
        </Anchor>
      ),
    ],
    ['reference', lead.reference],
    ['birthDate', lead.birthDate && formatDate(Date.parse(lead.birthDate), i18n.language, 'UTC')],
    ['address', [lead.address, lead.addressExtra].filter(Boolean).join(', ')],
    ['city', [lead.postalCode, lead.city].filter(Boolean).join(' ')],
    ['region', lead.region],
    ['country', lead.country && countryName(lead.country, i18n.language)],
    ['comment', lead.comment],
  ] as const;
  const phones = lead.phones.map(({ phoneNumber }) => (
    <Anchor key={phoneNumber} fz="inherit" href={`tel:${phoneNumber}`} display="block">
      {formatPhone(phoneNumber)}
    </Anchor>
  ));
  const own = Object.entries(lead.custom).map(
    ([name, value]) => [name, typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)] as const,
  );
  const rows: (readonly [string, ReactNode])[] = [
    ...(phones.length > 0 ? [[t('page.phones'), phones] as const] : []),
    ...told.flatMap(([key, value]) => (value ? [[t(`field.${key}`), value] as const] : [])),
    ...own,
  ];
  return <Pairs title={t('detail.lead')} rows={rows} />;
}

/** The name of a country by its ISO 3166 code. */
const countryName = (code: string, language: string) =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code;

/** What was answered, question by question. */
export function AnswerList({ answers }: { answers: SharedLead['answers'] }) {
  const { t } = useTranslation('handovers');
  if (answers.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('page.noAnswer')}
      </Text>
    );
  return (
    <Pairs
      title={t('detail.answers')}
      rows={answers.map(({ label, value }) => [label, value] as const)}
      width="52%"
    />
  );
}

function Pairs({
  title,
  rows,
  width = '36%',
}: {
  title: string;
  rows: readonly (readonly [word: string, value: ReactNode])[];
  width?: string;
}) {
  return (
    <Stack gap="xs" component="section">
      <Text fw={650} component="h3" m={0}>
        {title}
      </Text>
      <Table variant="vertical" withTableBorder fz="sm" aria-label={title}>
        <Table.Tbody>
          {rows.map(([word, value]) => (
            <Table.Tr key={word}>
              <Table.Th w={width} style={{ whiteSpace: 'normal' }}>
                {word}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
