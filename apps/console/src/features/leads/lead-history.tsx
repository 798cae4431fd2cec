import type { LeadId } from '@alize/model';
import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { type Correction, changesOfLeadQuery } from './lead-queries.ts';
import { Section } from './lead-section.tsx';

/** More than these are shown on demand. */
const shownFirst = 8;

/** What was corrected of a lead: which field, from what to what, by whom and when; nothing while nothing was. */
export function LeadHistory({ id }: { id: LeadId }) {
  const { t } = useTranslation('leads');
  const { data: changes = [] } = useQuery(changesOfLeadQuery(id));
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return null;
  const newestFirst = changes.toSorted((one, other) => other.atMs - one.atMs);
  const shown = isWhole ? newestFirst : newestFirst.slice(0, shownFirst);
  return (
    <Section title={t('history.title')}>
      <Stack component="ol" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((change) => (
          <Change key={`${change.atMs} ${change.field} ${change.after}`} change={change} />
        ))}
      </Stack>
      {shown.length < changes.length && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setWhole(true)}
        >
          {t('history.more')}
        </Button>
      )}
    </Section>
  );
}

function Change({ change: { atMs, field, before, after, byWhom, byName } }: { change: Correction }) {
  const { t, i18n } = useTranslation('leads');
  const { timeZone } = useMe();
  const word = useFieldWord(field);
  return (
    <li>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <b>{word}</b> : <span className="visually-hidden">{t('history.from')} </span>
        <Text span inherit c="dimmed" td={before === null ? 'none' : 'line-through'}>
          {before ?? t('history.empty')}
        </Text>{' '}
        <span aria-hidden>→</span>
        <span className="visually-hidden">{t('history.to')}</span> {after ?? t('history.empty')}
      </Text>
      <Text size="xs" c="dimmed">
        {formatDateTime(atMs, i18n.language, timeZone)} ·{' '}
        {t(`history.by.${byWhom}`, { name: byName ?? t('history.someone') })}
      </Text>
    </li>
  );
}

const told = [
  'civility',
  'company',
  'email',
  'birthDate',
  'address',
  'city',
  'region',
  'country',
  'timeZone',
  'priority',
  'comment',
] as const;
const toldHere = ['firstName', 'lastName', 'reference', 'addressExtra', 'postalCode', 'phones'] as const;

/** What a field is called; a client's own column by its own name. */
function useFieldWord(field: string): string {
  const { t } = useTranslation('leads');
  const known = told.find((one) => one === field);
  if (known) return t(`field.${known}`);
  const here = toldHere.find((one) => one === field);
  return here ? t(`history.field.${here}`) : field.replace(/^custom:/, '');
}
