import { Anchor, Card, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconPhoneOutgoing } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LiveView } from '../../shared/contract.ts';
import { formatDuration, formatNumber } from '../../shared/format.ts';
import { PacingPicture } from '../../shared/pacing/pacing-picture.tsx';
import { limitSentence, pacingSentence } from '../../shared/pacing/pacing-words.ts';
import { useAbandonAim } from '../../shared/trade/abandonment.ts';
import { CampaignStatusBadge } from '../../shared/trade/campaign-status-badge.tsx';
import { useWhyNot } from '../../shared/trade/use-why-not.ts';
import { useNow } from '../../shared/use-now.ts';
import classes from './live.module.css';
import { ResultBar } from './result-bar.tsx';

type Campaign = LiveView['campaigns'][number];

/** A campaign at this instant: state, what is left, today's results, and why it is not dialling. */
export function CampaignTile({ campaign }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('live');
  return (
    <Card withBorder p="sm" component="article" aria-label={campaign.name}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text fw={650} size="md" truncate>
          <Anchor component={Link} to={`/campaigns/${campaign.id}`} c="inherit" inherit>
            {campaign.name}
          </Anchor>
        </Text>
        <CampaignStatusBadge campaign={campaign} />
      </Group>
      <Group gap="lg" mb={6} className="figures">
        <Figure word={t('attempts')} value={formatNumber(campaign.today.attempts, i18n.language)} />
        <Figure word={t('successes')} value={formatNumber(campaign.today.successes, i18n.language)} />
        <Text size="sm" c="dimmed">
          {t('due', { due: campaign.due, open: campaign.open })}
        </Text>
      </Group>
      <ResultBar name={campaign.name} today={campaign.today} />
      <WhyNot campaign={campaign} />
      {campaign.state === 'running' && campaign.isInSchedule && <Pace campaign={campaign} />}
    </Card>
  );
}

/** How the campaign is paced this instant: drawn, and told in one sentence. It keeps its height from the first second. */
function Pace({ campaign: { id, pacing } }: { campaign: Campaign }) {
  const { t, i18n } = useTranslation('live');
  const words = useTranslation('pacing');
  const aim = useAbandonAim(id);
  return (
    <div className={classes.pace}>
      <PacingPicture now={pacing} aim={aim} />
      <Text size="sm" className={`${classes.sentence} figures`}>
        {pacing === null ? t('noPace') : pacingSentence(words.t, pacing, i18n.language)}
      </Text>
      <Text size="sm" c="dimmed" className={`${classes.reason} figures`}>
        {pacing === null ? '\u00a0' : limitSentence(words.t, pacing, i18n.language)}
      </Text>
      <Anchor
        size="sm"
        renderRoot={(props) => (
          <Link {...props} to="/campaigns/$id" params={{ id }} search={{ tab: 'pacing' }} />
        )}
      >
        {t('toPacing')}
      </Anchor>
    </div>
  );
}

function Figure({ word, value }: { word: string; value: string }) {
  return (
    <Group gap={6} align="baseline">
      <Text fz={24} fw={700} lh={1.1}>
        {value}
      </Text>
      <Text size="sm" c="dimmed">
        {word}
      </Text>
    </Group>
  );
}

function WhyNot({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('live');
  const now = useNow();
  const why = useWhyNot({ ...campaign, openLeads: campaign.open, allLeads: null });
  const isTrouble = campaign.blockedReason === 'asterisk_down' || campaign.blockedReason === 'no_dialer';
  const Picture = why === null ? IconPhoneOutgoing : isTrouble ? IconAlertTriangle : IconInfoCircle;
  const since = why !== null && campaign.state === 'running' ? campaign.blockedSinceMs : null;
  return (
    <Group gap={6} mt={8} wrap="nowrap" align="flex-start">
      <Picture size={17} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" fw={why === null ? 400 : 600}>
        {why ?? t('dialling')}{' '}
        {since !== null && (
          <Text span size="sm" c="dimmed" className="figures">
            {t('since', { length: formatDuration(now - since) })}
          </Text>
        )}
      </Text>
    </Group>
  );
}
