import { createMetrics, type Metrics } from '@alize/runtime';

/** What this process counts, beside its memory and event-loop delay. */
export interface ApiMetrics extends Pick<Metrics, 'text' | 'contentType'> {
  readonly requests: ReturnType<Metrics['counter']>;
  readonly requestSeconds: ReturnType<Metrics['histogram']>;
  readonly streams: ReturnType<Metrics['gauge']>;
  readonly telephones: ReturnType<Metrics['gauge']>;
}

export function createApiMetrics(): ApiMetrics {
  const metrics = createMetrics('api');
  return {
    text: () => metrics.text(),
    contentType: metrics.contentType,
    requests: metrics.counter('requests_total', 'Requests answered', ['method', 'status']),
    requestSeconds: metrics.histogram(
      'request_seconds',
      'Time to answer a request',
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    ),
    streams: metrics.gauge('event_streams', 'Browsers that read the event stream'),
    telephones: metrics.gauge('agent_sockets', 'Agents whose telephone is connected'),
  };
}
