import { timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Histogram, Registry } from 'prom-client';
import type { Config } from '../config';
import { allGauges } from './gauges';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Settings = Pick<Config, 'METRICS_TOKEN' | 'METRICS_PORT' | 'HOST'>;

/** Metrics are read by whoever has the token, or by whoever reaches the port of their own; without either there are none. */
export const hasMetrics = ({ METRICS_TOKEN, METRICS_PORT }: Settings): boolean => Boolean(METRICS_TOKEN || METRICS_PORT);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What Prometheus reads of one process. prom-client is loaded only where metrics are wanted. */
export class Metrics {
  private server: Server | null = null;

  private constructor(
    private readonly settings: Settings,
    private readonly registry: Registry,
    private readonly requests: Histogram<'method' | 'route' | 'status'>,
  ) {}

  /** Null when the settings ask for none. */
  static async start(settings: Settings): Promise<Metrics | null> {
    if (!hasMetrics(settings)) return null;
    const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({ name: 'http_request_duration_seconds', help: 'Time to answer a request, by the template of its route', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [registry] });
    const metrics = new Metrics(settings, registry, requests);
    metrics.addGauges = () => {
      for (const { name, help, labels = [], read } of allGauges()) {
        if (registry.getSingleMetric(name)) continue;
        const collect = async function (this: InstanceType<typeof Gauge>) {
          // A figure that cannot be read is left out; the others are told.
          const found = await Promise.resolve().then(read).catch(() => null);
          this.reset();
          if (typeof found === 'number') this.set(found);
          else for (const { labels: of, value } of found ?? []) this.set(of, value);
        };
        new Gauge({ name, help, labelNames: labels, registers: [registry], collect });
      }
    };
    if (settings.METRICS_PORT) await metrics.listen(settings.METRICS_PORT);
    return metrics;
  }

  private addGauges: () => void = () => undefined;

  /**
   * Times each request of `fastify`, and those of `direct`, which a path's own listener answers before it; `GET /metrics`
   * there too, when there is a token and no port of their own. Call it after what listens directly.
   */
  mount(fastify: FastifyInstance, direct: { route: string; matches: RegExp }): void {
    fastify.server.prependListener('request', (request, response) => {
      if (!direct.matches.test(request.url ?? '')) return;
      const end = this.requests.startTimer({ method: request.method, route: direct.route });
      response.once('finish', () => end({ status: String(response.statusCode) }));
    });
    fastify.addHook('onResponse', async (request, reply) => {
      this.requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    });
    if (this.settings.METRICS_PORT) return;
    fastify.get('/metrics', async (request, reply) => {
      if (!this.allows(request.headers.authorization)) return reply.code(401).header('www-authenticate', 'Bearer').send({ code: 'UNAUTHENTICATED', params: {} });
      return reply.type(this.registry.contentType).send(await this.text());
    });
  }

  async text(): Promise<string> {
    this.addGauges();
    return this.registry.metrics();
  }

  private allows(authorization: string | undefined): boolean {
    const { METRICS_TOKEN: token } = this.settings;
    return !token || timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
  }

  private async listen(port: number): Promise<void> {
    this.server = createServer((request, response) => {
      if (request.url !== '/metrics') return response.writeHead(404).end();
      if (!this.allows(request.headers.authorization)) return response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      void this.text().then((text) => response.setHeader('content-type', this.registry.contentType).end(text));
    });
    const { server } = this;
    await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, this.settings.HOST, listening));
    server.unref();
  }

  async close(): Promise<void> {
    await new Promise((closed) => (this.server ? this.server.close(closed) : closed(null)));
  }
}
