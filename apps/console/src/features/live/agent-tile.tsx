import type { AgentState } from '@alize/model';
import {
  type Icon,
  IconCircleCheck,
  IconCoffee,
  IconHeadphones,
  IconMicrophoneOff,
  IconPencil,
  IconPlugConnectedX,
  IconPower,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ClockSince } from '../../shared/clock-since.tsx';
import type { LiveView } from '../../shared/contract.ts';
import { formatDuration } from '../../shared/format.ts';
import palette from '../../shared/state-badge.module.css';
import { depthOf } from '../../shared/state-badge.tsx';
import { useNow } from '../../shared/use-now.ts';
import { isCutOff } from './agent-order.ts';
import classes from './live.module.css';

type Agent = LiveView['agents'][number];

export const stateIcons: Record<AgentState, Icon> = {
  offline: IconPower,
  paused: IconCoffee,
  ready: IconCircleCheck,
  talking: IconHeadphones,
  wrap_up: IconPencil,
};

/** One agent: hue is the state, depth the time in it, an icon and a word say the same; trouble is framed. */
export function AgentTile({ agent, campaignName }: { agent: Agent; campaignName: string | null }) {
  const { t } = useTranslation(['live', 'shared', 'trade']);
  const now = useNow();
  const Picture = stateIcons[agent.state];
  const state = t(`shared:agentState.${agent.state}`);
  const isOffline = agent.state === 'offline';
  const reason = agent.state === 'paused' && agent.pauseReason;
  const detail = reason ? t(`shared:pauseReason.${reason}`) : (campaignName ?? '\u00a0');
  return (
    <li
      className={`${palette.badge} ${classes.tile}`}
      data-state={agent.state}
      data-depth={isOffline ? 0 : depthOf(now - agent.sinceMs)}
      data-trouble={isCutOff(agent)}
      aria-label={t('agentTile', { name: agent.name, state })}
    >
      <span className={classes.name}>{agent.name}</span>
      <span className={classes.state}>
        <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
          <Picture size={20} aria-hidden style={{ flexShrink: 0 }} />
          {state}
        </span>
        {!isOffline && (
          <span className={classes.clock}>
            <ClockSince sinceMs={agent.sinceMs} />
          </span>
        )}
      </span>
      {isCutOff(agent) && <Trouble connection={agent.connection} />}
      {!isOffline && <span className={classes.small}>{detail}</span>}
      {(!isOffline || agent.today.calls > 0) && (
        <span className={`${classes.small} figures`}>
          {t('today', { ...agent.today, talk: formatDuration(agent.today.talkMs) })}
        </span>
      )}
    </li>
  );
}

function Trouble({ connection }: { connection: Agent['connection'] }) {
  const { t } = useTranslation('trade');
  const Picture = connection === 'no_audio' ? IconMicrophoneOff : IconPlugConnectedX;
  return (
    <span className={classes.trouble}>
      <Picture size={17} aria-hidden />
      {t(`connection.${connection}`)}
    </span>
  );
}
