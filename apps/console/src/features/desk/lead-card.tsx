import { type CustomValue, fillableFields } from '@alize/model';
import { Anchor, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { formatDate, formatDateTime, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import classes from './desk.module.css';
import type { CorrectedField } from './lead-corrections.ts';
import { leadName } from './lead-name.ts';

/** Who is on the line, everything the client's file says, and what this call puts right of it. */
export function LeadCard({
  lead,
  corrections,
}: Pick<CurrentCall, 'lead'> & { corrections: readonly CorrectedField[] }) {
  const { t } = useTranslation('desk');
  const wordOf = (value: CustomValue) =>
    typeof value === 'boolean' ? t(value ? 'lead.yes' : 'lead.no') : String(value);
  const town = [lead.postalCode, lead.city].filter(Boolean).join(' ');
  const facts: (readonly [string, string | null])[] = [
    [t('lead.phone'), formatPhone(lead.phoneNumber)],
    [t('lead.company'), lead.company],
    [t('lead.address'), [lead.address, town].filter(Boolean).join(', ')],
    [t('lead.email'), lead.email],
    [t('lead.reference'), lead.reference],
    ...Object.entries(lead.custom).map(([name, value]) => [name, wordOf(value)] as const),
  ];
  return (
    <section className={classes.card} aria-labelledby="lead-name">
      <Title order={1} size="h4" id="lead-name" mb={8}>
        {leadName(lead, t)}
      </Title>
      <dl className={`${classes.facts} figures`}>
        {facts.map(([label, value]) => value && <Fact key={label} label={label} value={value} />)}
      </dl>
      {lead.comment && (
        <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-line' }}>
          <Text span c="dimmed" size="sm">
            {t('lead.comment')}
          </Text>
          <br />
          {lead.comment}
        </Text>
      )}
      <Corrections corrections={corrections} />
    </section>
  );
}

/** What the answers of this call put right, from what to what; written to the lead when the call is disposed of. */
function Corrections({ corrections }: { corrections: readonly CorrectedField[] }) {
  const { t, i18n } = useTranslation('desk');
  if (corrections.length === 0) return null;
  const wordOf = (field: string) => {
    const own = fillableFields.find((each) => each === field);
    return own ? t(`lead.field.${own}`) : field.replace(/^custom:/, '');
  };
  const shown = (value: string) =>
    /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(Date.parse(value), i18n.language, 'UTC') : value;
  return (
    <section className={classes.corrections} aria-label={t('lead.corrections')}>
      <Text size="xs" fw={600} className={classes.sign ?? ''}>
        <IconPencil size={14} aria-hidden />
        {t('lead.corrections')}
      </Text>
      <dl className={classes.facts}>
        {corrections.map(({ field, before, after }) => (
          <Fragment key={field}>
            <dt>{wordOf(field)}</dt>
            <dd>
              {before !== null && (
                <>
                  <del>{shown(before)}</del> <span aria-hidden>→</span>{' '}
                </>
              )}
              <ins>{shown(after)}</ins>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  const isEmail = /^[^@\s]+@[^@\s]+$/.test(value);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {isEmail ? (
          <Anchor href={`mailto:${encodeURIComponent(value)}`} size="sm">
            {value}
          </Anchor>
        ) : (
          value
        )}
      </dd>
    </>
  );
}

/** What earlier calls brought. */
export function LeadHistory({ history }: Pick<CurrentCall, 'history'>) {
  const { t, i18n } = useTranslation('desk');
  const { timeZone } = useMe();
  return (
    <section className={classes.card} aria-labelledby="lead-history">
      <Title order={2} size="h6" id="lead-history" mb={6}>
        {t('lead.history')}
      </Title>
      {history.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('lead.firstCall')}
        </Text>
      )}
      {history.map((earlier) => (
        <div key={earlier.atMs} style={{ marginBottom: 8 }}>
          <Text size="xs" c="dimmed">
            {formatDateTime(earlier.atMs, i18n.language, timeZone)}
            {earlier.agentName && ` · ${earlier.agentName}`}
          </Text>
          <Text size="sm" fw={600}>
            <ResultWord {...earlier} />
          </Text>
          {earlier.note && (
            <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
              {earlier.note}
            </Text>
          )}
        </div>
      ))}
    </section>
  );
}

/** The disposition when there is one, else what the network said. Words that this console does not know stay as they are. */
function ResultWord({ disposition, networkResult }: CurrentCall['history'][number]) {
  const { t } = useTranslation('shared');
  const [group, word] = disposition
    ? ['disposition', disposition]
    : ['networkResult', networkResult ?? 'unknown'];
  return String(t(`${group}.${word}` as 'disposition.success', { defaultValue: word }));
}
