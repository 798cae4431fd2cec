import type { AgentState } from '@alize/model';
import { Group } from '@mantine/core';
import {
  type Icon,
  IconCircleCheck,
  IconCoffee,
  IconHeadphones,
  IconPencil,
  IconPlugConnectedX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ClockSince } from './clock-since.tsx';
import classes from './state-badge.module.css';
import { useNow } from './use-now.ts';

const icons: Record<AgentState, Icon> = {
  offline: IconPlugConnectedX,
  paused: IconCoffee,
  ready: IconCircleCheck,
  talking: IconHeadphones,
  wrap_up: IconPencil,
};

/** 0 below a minute, 1 below five, 2 from then on: the badge gets deeper. */
export function depthOf(durationMs: number): 0 | 1 | 2 {
  if (durationMs < 60_000) return 0;
  return durationMs < 300_000 ? 1 : 2;
}

/** An agent's state: hue is the state, depth the time in it; the word and the icon say the same without colour. */
export function StateBadge({
  state,
  word,
  sinceMs,
  size = 'sm',
}: {
  state: AgentState;
  word: ReactNode;
  /** Leaves the clock out when null. */
  sinceMs: number | null;
  size?: 'sm' | 'lg';
}) {
  const now = useNow();
  const Picture = icons[state];
  return (
    <Group
      component="span"
      className={classes.badge}
      data-state={state}
      data-depth={sinceMs === null ? 0 : depthOf(now - sinceMs)}
      data-size={size}
      gap={8}
      wrap="nowrap"
    >
      <Picture size={size === 'lg' ? 20 : 15} aria-hidden />
      <span>{word}</span>
      {sinceMs !== null && <ClockSince sinceMs={sinceMs} />}
    </Group>
  );
}
