import { Paper, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatPhone, formatZone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import type { Asked, Ruling } from './compliance-queries.ts';
import { ReasonList } from './reason-list.tsx';
import { useRegionName } from './use-region-name.ts';
import { Verdict } from './verdict.tsx';

/** The answer: the verdict, what made it with its sources, and where the person was taken to be. */
export function RulingView({ ruling, asked }: { ruling: Ruling; asked: Asked }) {
  const { t } = useTranslation('compliance');
  const withVerdict = (verdict: Ruling['reasons'][number]['verdict']) =>
    ruling.reasons.filter((reason) => reason.verdict === verdict);
  return (
    <Stack>
      <Verdict ruling={ruling} asked={asked} />
      <ReasonList title={t('ruling.refusing')} reasons={withVerdict('refuses')} />
      <ReasonList title={t('ruling.delaying')} reasons={withVerdict('delays')} />
      <ReasonList title={t('ruling.allowing')} reasons={withVerdict('allows')} />
      <PersonPlace ruling={ruling} asked={asked} />
    </Stack>
  );
}

function PersonPlace({ ruling, asked }: { ruling: Ruling; asked: Asked }) {
  const { t, i18n } = useTranslation('compliance');
  const { timeZone } = useMe();
  const nameOf = useRegionName();
  const atMs = instantOf(asked);
  const { territories, states, zones, lineType, pack, tzdata } = ruling;
  const at = formatDateTime(atMs, i18n.language, timeZone);
  return (
    <Paper withBorder p="md" component="section">
      <Text fw={650} component="h3" m={0} mb="xs">
        {t('ruling.place')}
      </Text>
      <Table variant="vertical" fz="sm">
        <Table.Tbody>
          <Row title={t('call.number')}>{formatPhone(ruling.number)}</Row>
          <Row title={t('ruling.territory')}>
            {territories.length === 0 ? t('ruling.nowhere') : territories.map(nameOf).join(', ')}
          </Row>
          {states.length > 0 && <Row title={t('ruling.states')}>{states.join(', ')}</Row>}
          <Row title={t('ruling.line')}>{t(`call.lineKind.${lineType}`)}</Row>
          <Row title={t('ruling.localTime')}>
            {zones.length === 0
              ? t('ruling.zoneUnknown')
              : zones.map((zone) => (
                  <div key={zone}>
                    {formatDateTime(atMs, i18n.language, zone)} · {formatZone(zone)}
                  </div>
                ))}
          </Row>
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt="sm">
        {t('ruling.judgedAt', { at, zone: formatZone(timeZone) })}
        <br />
        {pack === '' ? t('ruling.noPack', { tzdata }) : t('ruling.pack', { pack, tzdata })}
      </Text>
    </Paper>
  );
}

function Row({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th w={150}>{title}</Table.Th>
      <Table.Td className="figures">{children}</Table.Td>
    </Table.Tr>
  );
}

function instantOf({ question, askedAtMs }: Asked): number {
  return question.at === undefined ? askedAtMs : Date.parse(question.at);
}
