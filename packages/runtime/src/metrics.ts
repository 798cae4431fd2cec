import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A process's own Prometheus registry, event-loop delay and memory included; names get the prefix `alize_<name>_`. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  gauge(name: string, help: string, labels?: readonly string[]): Gauge;
  histogram(name: string, help: string, buckets: readonly number[]): Histogram;
  /** The text of `/metrics`, and its content type. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Labels must be few and bounded: campaign and result yes, lead and number never. */
export function createMetrics(processName: string): Metrics {
  const registry = new Registry();
  const prefix = `alize_${processName}_`;
  collectDefaultMetrics({ register: registry, prefix });
  const common = (name: string, help: string) => ({ name: prefix + name, help, registers: [registry] });
  return {
    counter: (name, help, labels = []) => new Counter({ ...common(name, help), labelNames: [...labels] }),
    gauge: (name, help, labels = []) => new Gauge({ ...common(name, help), labelNames: [...labels] }),
    histogram: (name, help, buckets) => new Histogram({ ...common(name, help), buckets: [...buckets] }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
