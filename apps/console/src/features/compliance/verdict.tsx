import { Group, Paper, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCircleCheck, IconClockPause, IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDateTime, formatZone } from '../../shared/format.ts';
import { useMe } from '../../shared/session.tsx';
import { useNow } from '../../shared/use-now.ts';
import type { Asked, Ruling } from './compliance-queries.ts';
import classes from './verdict.module.css';

const icons = { allow: IconCircleCheck, after: IconClockPause, block: IconHandStop };
const colors = { allow: 'teal', after: 'yellow', block: 'red' } as const;

/** Yes, not yet, or no: said in words, by an icon and by colour, and read out when it changes. */
export function Verdict({ ruling, asked }: { ruling: Ruling; asked: Asked }) {
  const { t } = useTranslation('compliance');
  const { decision, notBefore } = ruling;
  const place = useRef<HTMLDivElement>(null);
  // Asked from the bottom of a long form, the answer must still be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is shown once, however it is drawn again
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [ruling]);
  const Picture = icons[decision];
  return (
    <Paper ref={place} className={classes.verdict} data-decision={decision} p="lg" role="status">
      <Group wrap="nowrap" gap="md" align="flex-start">
        <ThemeIcon size={52} radius="xl" color={colors[decision]} aria-hidden>
          <Picture size={32} />
        </ThemeIcon>
        {notBefore === undefined ? (
          <div>
            <Title order={2} size="h3">
              {t(decision === 'allow' ? 'ruling.allow' : 'ruling.block')}
            </Title>
            <Text>{t(decision === 'allow' ? 'ruling.allowText' : 'ruling.blockText')}</Text>
          </div>
        ) : (
          <NotBefore
            atMs={Date.parse(notBefore)}
            zone={ruling.zones[0]}
            isNow={asked.question.at === undefined}
          />
        )}
      </Group>
    </Paper>
  );
}

function NotBefore({ atMs, zone, isNow }: { atMs: number; zone: string | undefined; isNow: boolean }) {
  const { t, i18n } = useTranslation('compliance');
  const { timeZone } = useMe();
  const personZone = zone ?? timeZone;
  return (
    <div>
      <Title order={2} size="h3">
        {t('ruling.after', { at: formatDateTime(atMs, i18n.language, personZone) })}
      </Title>
      <Text>{t('ruling.afterZone', { zone: formatZone(personZone) })}</Text>
      {personZone !== timeZone && (
        <Text size="sm">
          {t('ruling.afterOwn', {
            at: formatDateTime(atMs, i18n.language, timeZone),
            zone: formatZone(timeZone),
          })}
        </Text>
      )}
      {isNow && <Countdown toMs={atMs} />}
    </div>
  );
}

const dayMs = 24 * 3_600_000;

/** Within a day, to the second; further off the date says enough. Not read out: it changes every second. */
function Countdown({ toMs }: { toMs: number }) {
  const { t } = useTranslation('compliance');
  const leftMs = toMs - useNow();
  if (leftMs <= 0 || leftMs > dayMs) return null;
  return (
    <Text fw={650} className="figures" aria-hidden>
      {t('ruling.countdown', { duration: formatClock(leftMs) })}
    </Text>
  );
}
