import {
  IconCircleCheck,
  IconCircleDashed,
  IconMicrophone,
  IconMicrophoneOff,
  IconPlugConnectedX,
  IconWifi,
  IconWifi1,
  IconWifiOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../shared/format.ts';
import classes from './desk.module.css';
import { gradeOf } from './line-quality.ts';
import type { Softphone } from './softphone.ts';

type Grade = 'good' | 'fair' | 'poor' | 'unknown';

/** Line, network and microphone, each an icon and a word; the figures behind the network are its tooltip. */
export function ConnectionLights({ phone }: { phone: Softphone }) {
  const { t, i18n } = useTranslation('desk');
  const { line, isMuted, quality } = useSyncExternalStore(phone.subscribe, phone.current);
  const network = line.kind === 'up' ? gradeOf(quality) : 'unknown';
  const networkIcons = { good: IconWifi, fair: IconWifi1, poor: IconWifiOff, unknown: IconCircleDashed };
  const NetworkIcon = networkIcons[network];
  const detail = t('light.detail', {
    loss: formatShare(quality.lossRatio ?? 0, i18n.language),
    jitter: quality.jitterMs ?? '–',
    roundTrip: quality.roundTripMs ?? '–',
  });
  return (
    <ul
      className={classes.lights}
      aria-label={t('light.label')}
      data-packets-received={quality.packetsReceived}
      data-packets-sent={quality.packetsSent}
      style={{ listStyle: 'none', margin: 0, padding: 0 }}
    >
      <LineLight kind={line.kind} />
      <Light grade={network} icon={<NetworkIcon size={16} aria-hidden />} title={detail}>
        {t('light.network')} {t(`light.${network}`)}
      </Light>
      <MicrophoneLight isMuted={isMuted} level={quality.microphoneLevel} isUp={line.kind === 'up'} />
    </ul>
  );
}

function LineLight({ kind }: { kind: ReturnType<Softphone['current']>['line']['kind'] }) {
  const { t } = useTranslation('desk');
  if (kind === 'up') {
    return (
      <Light grade="good" icon={<IconCircleCheck size={16} aria-hidden />}>
        {t('light.line')} {t('light.lineUp')}
      </Light>
    );
  }
  const isDown = kind === 'down' || kind === 'no_microphone';
  const icon = isDown ? (
    <IconPlugConnectedX size={16} aria-hidden />
  ) : (
    <IconCircleDashed size={16} aria-hidden />
  );
  return (
    <Light grade={isDown ? 'poor' : 'fair'} icon={icon}>
      {t('light.line')} {t(isDown ? 'light.lineDown' : 'light.lineConnecting')}
    </Light>
  );
}

function MicrophoneLight(props: { isMuted: boolean; level: number | null; isUp: boolean }) {
  const { t } = useTranslation('desk');
  const isSilent = props.isUp && props.level === 0;
  const grade: Grade = props.isMuted || isSilent ? 'fair' : props.isUp ? 'good' : 'unknown';
  const word = props.isMuted ? 'light.micMuted' : isSilent ? 'light.micSilent' : 'light.micOn';
  const Picture = props.isMuted ? IconMicrophoneOff : IconMicrophone;
  return (
    <Light grade={grade} icon={<Picture size={16} aria-hidden />}>
      {t('light.microphone')} {t(word)}{' '}
      <svg width="26" height="8" aria-hidden="true">
        <rect width="26" height="8" rx="2" fill="currentColor" opacity="0.2" />
        <rect
          width={props.isMuted ? 0 : 26 * Math.min(1, (props.level ?? 0) * 2)}
          height="8"
          rx="2"
          fill="currentColor"
        />
      </svg>
    </Light>
  );
}

function Light(props: { grade: Grade; icon: ReactNode; title?: string; children: ReactNode }) {
  return (
    <li className={classes.light} data-grade={props.grade} title={props.title}>
      {props.icon}
      <span>{props.children}</span>
    </li>
  );
}
