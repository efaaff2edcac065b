/** A figure of this process or of the installation, read when somebody asks for the metrics. */
export interface Gauge {
  name: string;
  help: string;
  /** Names of the labels, when there are several values. */
  labels?: string[];
  read(): Promise<number | { labels: Record<string, string>; value: number }[]> | number;
}

const gauges = new Map<string, Gauge>();

/** Called by whoever knows the figure; the last one of a name counts. Without metrics nobody reads it. */
export function defineGauge(gauge: Gauge): void {
  gauges.set(gauge.name, gauge);
}

export const allGauges = (): readonly Gauge[] => [...gauges.values()];
