import type { LineQuality } from './softphone.ts';

/**
 * A word for the network: the thresholds at which people begin to notice (ITU-T G.114 for the delay: 150 ms one
 * way; loss of 1 % and 5 %, jitter of 30 and 60 ms for Opus and G.711 with concealment).
 */
export function gradeOf(quality: LineQuality): 'unknown' | 'good' | 'fair' | 'poor' {
  const { lossRatio, jitterMs, roundTripMs } = quality;
  if (lossRatio === null && roundTripMs === null) return 'unknown';
  const worseThan = (loss: number, jitter: number, roundTrip: number) =>
    (lossRatio ?? 0) > loss || (jitterMs ?? 0) > jitter || (roundTripMs ?? 0) > roundTrip;
  if (worseThan(0.05, 60, 600)) return 'poor';
  return worseThan(0.01, 30, 300) ? 'fair' : 'good';
}
