import type { LeadId } from '@alize/model';
import { Anchor, Button, Drawer, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSentence } from '../../shared/error-sentence.tsx';
import { useEventsOf } from '../../shared/events.ts';
import { formatDate, formatDateTime, formatDuration, formatPhone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { Chip } from '../../shared/trade/chip.tsx';
import type { Lead } from '../../shared/trade/contract.ts';
import { useNow } from '../../shared/use-now.ts';
import { useRefresh } from '../../shared/use-refresh.ts';
import { InterviewLink } from './interview-link.tsx';
import { LeadEdit } from './lead-edit.tsx';
import { LeadHistory } from './lead-history.tsx';
import { callsOfLeadQuery, consentsOfQuery, leadQuery } from './lead-queries.ts';
import { Section } from './lead-section.tsx';
import { LeadStateChip } from './lead-table.tsx';

/** One lead in full, and its fields to be changed. */
export function LeadDrawer({ id, onClose }: { id: LeadId | null; onClose: () => void }) {
  const { t } = useTranslation(['leads', 'shared']);
  return (
    <Drawer opened={id !== null} onClose={onClose} size={620} title={t('detail.title')}>
      {id && <Loaded key={id} id={id} />}
    </Drawer>
  );
}

function Loaded({ id }: { id: LeadId }) {
  const query = leadQuery(id);
  const lead = useQuery(query);
  const refresh = useRefresh(query.queryKey, 1000);
  const [isEditing, setEditing] = useState(false);
  useEventsOf('call.changed', ({ leadId, progress }) => leadId === id && progress === 'ended' && refresh());
  if (lead.isError) return <ErrorSentence error={lead.error} onRetry={() => void lead.refetch()} />;
  if (lead.isPending) return <Skeleton height={400} />;
  if (isEditing) return <LeadEdit lead={lead.data} onDone={() => setEditing(false)} />;
  return <Detail lead={lead.data} onEdit={() => setEditing(true)} />;
}

function Detail({ lead, onEdit }: { lead: Lead; onEdit: () => void }) {
  const { t } = useTranslation('leads');
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={3}>{lead.name || t('noName')}</Title>
          <Group gap="xs" mt={4}>
            <LeadStateChip lead={lead} />
            {lead.reference && (
              <Text size="sm" c="dimmed">
                {t('detail.reference', { reference: lead.reference })}
              </Text>
            )}
          </Group>
        </div>
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('detail.edit')}
        </Button>
      </Group>
      <NextCall lead={lead} />
      <InterviewLink lead={lead} />
      <Phones lead={lead} />
      <Fields lead={lead} />
      <OwnColumns lead={lead} />
      <Consents lead={lead} />
      <Calls lead={lead} />
      <LeadHistory id={lead.id} />
      <Origin lead={lead} />
    </Stack>
  );
}

/** When it may next be called, and what that instant comes from. */
function NextCall({ lead }: { lead: Lead }) {
  const { t, i18n } = useTranslation(['leads', 'shared', 'trade']);
  const { timeZone } = useMe();
  const now = useNow(60_000);
  const { state, nextTryAtMs, attemptsCount, lastDisposition, lastResult } = lead;
  if (state !== 'open' || nextTryAtMs === null) {
    const word = lead.closedReason ? t(`trade:closedReason.${lead.closedReason}`) : null;
    return (
      <Section title={t('detail.next')}>
        <Text size="sm">
          {state === 'calling'
            ? t('why.calling')
            : state === 'staged'
              ? t('why.staged')
              : t('why.closed', { word })}
        </Text>
      </Section>
    );
  }
  const last = lastDisposition
    ? t(`shared:disposition.${lastDisposition}`)
    : lastResult && t(`shared:networkResult.${lastResult}`);
  const key =
    nextTryAtMs <= now
      ? 'now'
      : lastDisposition === 'callback'
        ? 'callback'
        : attemptsCount > 0 && last
          ? 'after'
          : 'rule';
  return (
    <Section title={t('detail.next')}>
      <Text size="sm">
        <Text span fw={650} inherit>
          {nextTryAtMs <= now ? t('now') : formatDateTime(nextTryAtMs, i18n.language, timeZone)}
        </Text>
        {' · '}
        {t(`why.${key}`, { last: last ?? '' })}
      </Text>
      {key === 'rule' && (
        <Anchor
          size="sm"
          underline="always"
          renderRoot={(props) => (
            <Link
              {...props}
              to="/campaigns/$id"
              params={{ id: lead.campaignId }}
              search={{ tab: 'refusals' }}
            />
          )}
        >
          {t('detail.toRefusals')}
        </Anchor>
      )}
    </Section>
  );
}

function Phones({ lead }: { lead: Lead }) {
  const { t } = useTranslation(['leads', 'trade']);
  return (
    <Section title={t('detail.phones')}>
      <Table withTableBorder fz="sm" aria-label={t('detail.phones')}>
        <Table.Tbody>
          {lead.phones.map((phone, at) => (
            <Table.Tr key={phone.phoneNumber}>
              <Table.Td w={30} c="dimmed">
                {at + 1}
              </Table.Td>
              <Table.Td className="figures" fw={600}>
                {formatPhone(phone.phoneNumber)}
                {phone.extension && ` #${phone.extension}`}
              </Table.Td>
              <Table.Td>
                {phone.label ? t(`trade:phoneLabel.${phone.label}`) : '–'}
                {phone.lineType && (
                  <Text size="xs" c="dimmed">
                    {t('detail.line', { type: t(`trade:lineType.${phone.lineType}`) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <PhoneState
                  phone={phone}
                  isNext={phone.phoneNumber === lead.phoneNumber && lead.state === 'open'}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

const closedWords = ['wrong_number', 'invalid_number', 'suppressed'] as const;

function PhoneState({ phone, isNext }: { phone: Lead['phones'][number]; isNext: boolean }) {
  const { t } = useTranslation('leads');
  const why = closedWords.find((one) => one === phone.closedReason);
  if (why) return <Chip color="red">{t(`phone.${why}`)}</Chip>;
  return isNext ? <Chip color="blue">{t('phone.next')}</Chip> : null;
}

function Fields({ lead }: { lead: Lead }) {
  const { t, i18n } = useTranslation('leads');
  const rows = [
    ['civility', lead.civility],
    ['company', lead.company],
    ['email', lead.email],
    ['birthDate', lead.birthDate && formatDate(Date.parse(lead.birthDate), i18n.language, 'UTC')],
    ['address', [lead.address, lead.addressExtra].filter(Boolean).join(', ')],
    ['city', [lead.postalCode, lead.city].filter(Boolean).join(' ')],
    ['region', lead.region],
    ['country', lead.country],
    ['timeZone', lead.timeZone],
    ['priority', String(lead.priority)],
    ['comment', lead.comment],
  ] as const;
  return (
    <Section title={t('detail.fields')}>
      <Pairs rows={rows.flatMap(([key, value]) => (value ? [[t(`field.${key}`), value] as const] : []))} />
    </Section>
  );
}

function OwnColumns({ lead }: { lead: Lead }) {
  const { t } = useTranslation('leads');
  const rows = Object.entries(lead.custom).map(
    ([name, value]) => [name, typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)] as const,
  );
  if (rows.length === 0) return null;
  return (
    <Section title={t('detail.own')}>
      <Pairs rows={rows} />
    </Section>
  );
}

function Consents({ lead }: { lead: Lead }) {
  const { t, i18n } = useTranslation('leads');
  const { timeZone } = useMe();
  const { data: consents = [] } = useQuery(consentsOfQuery(lead.phoneNumber));
  return (
    <Section title={t('detail.consents')}>
      {consents.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('detail.noConsent')}
        </Text>
      ) : (
        consents.map(({ id, givenAtMs, object, proof, withdrawnAtMs }) => (
          <Text key={id} size="sm">
            {t('detail.given', { at: formatDate(givenAtMs, i18n.language, timeZone) })}
            {object && ` · ${object}`} · {proof ? t('detail.proof', { proof }) : t('detail.noProof')}
            {withdrawnAtMs !== null && (
              <Text span fw={650} c="var(--console-bad)" inherit>
                {' · '}
                {t('detail.withdrawn', { at: formatDate(withdrawnAtMs, i18n.language, timeZone) })}
              </Text>
            )}
          </Text>
        ))
      )}
    </Section>
  );
}

function Calls({ lead }: { lead: Lead }) {
  const { t, i18n } = useTranslation(['leads', 'shared', 'trade']);
  const { timeZone } = useMe();
  const { data: calls = [] } = useQuery(callsOfLeadQuery(lead.id));
  return (
    <Section title={t('detail.calls', { count: lead.attemptsCount })}>
      {calls.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('detail.noCall')}
        </Text>
      ) : (
        <Table withTableBorder fz="sm" aria-label={t('detail.callsLabel')}>
          <Table.Tbody>
            {calls.map((call) => (
              <Table.Tr key={call.id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  {formatDateTime(call.createdAtMs, i18n.language, timeZone)}
                </Table.Td>
                <Table.Td className="figures" style={{ whiteSpace: 'nowrap' }}>
                  {formatPhone(call.phoneNumber)}
                </Table.Td>
                <Table.Td>
                  {call.networkResult
                    ? t(`shared:networkResult.${call.networkResult}`)
                    : t(`trade:progress.${call.progress}`)}
                  {call.disposition && (
                    <Text size="sm" fw={600}>
                      {t(`shared:disposition.${call.disposition}`)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td c="dimmed">
                  {[call.agentName, call.talkMs > 0 && formatDuration(call.talkMs)]
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

/** Where the lead came from. */
function Origin({ lead }: { lead: Lead }) {
  const { t, i18n } = useTranslation('leads');
  const { timeZone } = useMe();
  const at = formatDateTime(lead.createdAtMs, i18n.language, timeZone);
  return (
    <Text size="sm" c="dimmed">
      {lead.importId && lead.importLine !== null
        ? t('detail.imported', { at, line: lead.importLine })
        : t('detail.added', { at })}
      {lead.importId && (
        <>
          {' '}
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/campaigns/$id/import"
                params={{ id: lead.campaignId }}
                search={lead.importId ? { import: lead.importId } : {}}
              />
            )}
          >
            {t('detail.toImport')}
          </Anchor>
        </>
      )}
    </Text>
  );
}

function Pairs({ rows }: { rows: readonly (readonly [word: string, value: string])[] }) {
  return (
    <Table variant="vertical" withTableBorder fz="sm">
      <Table.Tbody>
        {rows.map(([word, value]) => (
          <Table.Tr key={word}>
            <Table.Th w={190}>{word}</Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
