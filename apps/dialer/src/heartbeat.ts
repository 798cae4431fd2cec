import cron from 'node-cron';

/**
 * Beats once a second by node-cron, in UTC, so that campaigns move through their schedules. Only a beat: what is due is
 * computed from schedule, zone and instant each time. The answer stops it.
 */
export function startHeartbeat(onBeat: () => void): () => void {
  const task = cron.schedule('* * * * * *', onBeat, { timezone: 'Etc/UTC', noOverlap: true });
  return () => void task.destroy();
}
