import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CurrentCall } from '../../shared/contract.ts';
import { formatDateTime, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import classes from './desk.module.css';
import { leadName } from './lead-name.ts';

/** Who is on the line, everything the client's file says, and what earlier calls brought. */
export function LeadCard({ lead, history }: Pick<CurrentCall, 'lead' | 'history'>) {
  const { t } = useTranslation('desk');
  const town = [lead.postalCode, lead.city].filter(Boolean).join(' ');
  const facts: (readonly [string, string | null])[] = [
    [t('lead.phone'), formatPhone(lead.phoneNumber)],
    [t('lead.company'), lead.company],
    [t('lead.address'), [lead.address, town].filter(Boolean).join(', ')],
    [t('lead.email'), lead.email],
    [t('lead.reference'), lead.reference],
    ...Object.entries(lead.custom),
  ];
  return (
    <>
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
      </section>
      <History history={history} />
    </>
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

function History({ history }: Pick<CurrentCall, 'history'>) {
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
          {earlier.note && <Text size="sm">{earlier.note}</Text>}
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
