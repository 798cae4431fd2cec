import { Button, Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime, formatPhone } from '../../../shared/format.ts';
import { useMe } from '../../../shared/session.tsx';
import type { Consent } from './consent-queries.ts';
import { StandingCell } from './standing-cell.tsx';

/** Consents, each with how it stands now. */
export function ConsentTable({
  label,
  rows,
  hasNumber,
  onWithdraw,
}: {
  label: string;
  rows: readonly Consent[];
  hasNumber: boolean;
  onWithdraw: (consent: Consent) => void;
}) {
  const { t } = useTranslation('consents');
  return (
    <Paper withBorder>
      <Table.ScrollContainer minWidth={900} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table aria-label={label} horizontalSpacing="md" verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {hasNumber && <Table.Th>{t('column.number')}</Table.Th>}
              <Table.Th>{t('column.object')}</Table.Th>
              <Table.Th>{t('column.given')}</Table.Th>
              <Table.Th>{t('column.proof')}</Table.Th>
              <Table.Th>{t('column.standing')}</Table.Th>
              <Table.Th ta="right">{t('column.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((consent) => (
              <Table.Tr key={consent.id} style={{ verticalAlign: 'top' }}>
                {hasNumber && (
                  <Table.Td fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
                    {formatPhone(consent.phoneNumber)}
                  </Table.Td>
                )}
                <Table.Td maw={280}>
                  <ObjectCell consent={consent} />
                </Table.Td>
                <Table.Td>
                  <GivenCell consent={consent} />
                </Table.Td>
                <Table.Td maw={200}>
                  <ProofCell consent={consent} />
                </Table.Td>
                <Table.Td>
                  <StandingCell consent={consent} />
                </Table.Td>
                <Table.Td ta="right">
                  {consent.withdrawnAtMs === null && (
                    <Button
                      size="compact-sm"
                      variant="light"
                      color="red"
                      aria-label={t('withdrawOf', { number: formatPhone(consent.phoneNumber) })}
                      onClick={() => onWithdraw(consent)}
                    >
                      {t('withdraw')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ObjectCell({ consent: { object, wording, agreedSlotsMs } }: { consent: Consent }) {
  const { t, i18n } = useTranslation('consents');
  const { timeZone } = useMe();
  const slots = agreedSlotsMs.map((atMs) => formatDateTime(atMs, i18n.language, timeZone));
  return (
    <Stack gap={2}>
      <Text size="sm" fw={object === null ? 400 : 600} {...(object === null && { c: 'dimmed' })}>
        {object ?? t('noObject')}
      </Text>
      {wording !== null && (
        <Text size="xs" c="dimmed" lineClamp={2} title={wording}>
          {t('wordingOf', { wording })}
        </Text>
      )}
      {slots.length > 0 && <Text size="xs">{t('slotsOf', { slots: slots.join(' ; ') })}</Text>}
    </Stack>
  );
}

function GivenCell({ consent: { givenAtMs, form, channel, namesAutomaticDialling } }: { consent: Consent }) {
  const { t, i18n } = useTranslation('consents');
  const { timeZone } = useMe();
  const details = [t(`form.${form}`), channel, namesAutomaticDialling ? t('automatic') : null];
  return (
    <Stack gap={2}>
      <Text size="sm">{formatDate(givenAtMs, i18n.language, timeZone)}</Text>
      <Text size="xs" c="dimmed">
        {details.filter((detail) => detail !== null).join(' · ')}
      </Text>
    </Stack>
  );
}

function ProofCell({ consent: { proof, proofSha256 } }: { consent: Consent }) {
  const { t } = useTranslation('consents');
  return (
    <Stack gap={2}>
      <Text size="sm" {...(proof === null && { c: 'dimmed' })} style={{ overflowWrap: 'anywhere' }}>
        {proof ?? t('noProof')}
      </Text>
      {proofSha256 !== null && (
        <Text size="xs" c="dimmed" ff="monospace" title={proofSha256}>
          {t('hashOf', { start: proofSha256.slice(0, 8) })}
        </Text>
      )}
    </Stack>
  );
}
