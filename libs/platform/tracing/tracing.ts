import type { Exporter, Kind } from './exporter';
import type { FastifyInstance } from 'fastify';

type Attributes = Record<string, string | number>;

let exporter: Exporter | null = null;

/** As OpenTelemetry's own variables say: an address to send to, and nothing that forbids it. */
export function wantsTracing(env: NodeJS.ProcessEnv = process.env): boolean {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER = 'otlp' } = env;
  return Boolean(OTEL_EXPORTER_OTLP_ENDPOINT || OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) && OTEL_SDK_DISABLED !== 'true' && OTEL_TRACES_EXPORTER.split(',').includes('otlp');
}

/** Sends spans from now on, when the environment asks for it. OpenTelemetry's packages are loaded only then. */
export async function startTracing(): Promise<void> {
  if (exporter || !wantsTracing()) return;
  exporter = (await import('./exporter')).startExporter();
}

/** What has been seen is sent, or given up soon. */
export async function endTracing(): Promise<void> {
  await exporter?.end();
  exporter = null;
}

/** Fields that lead from a line of the log to its trace. */
export const traceFields = (): Record<string, string> => exporter?.current() ?? {};

/**
 * A span around `work`. Names and attributes are chosen here, of what the code itself knows: no argument, parameter,
 * address, path or message, which are people's. Of a failure only its code or class is told.
 *
 * @param failure the same for an answer that tells of one
 */
export function traced<T>(kind: Kind, name: string, attributes: Attributes, work: () => Promise<T>, failure?: (answer: T) => string | undefined): Promise<T> {
  return exporter ? exporter.around(kind, name, attributes, work, failure) : work();
}

/** A span around a statement, named after what it does to which table. */
export function tracedStatement<T>(text: string, work: () => Promise<T>): Promise<T> {
  if (!exporter) return work();
  const summary = summaryOf(text);
  return traced('client', summary, { 'db.system.name': 'postgresql', 'db.operation.name': summary.split(' ')[0]!, 'db.query.summary': summary }, work);
}

/** `SELECT publication`: the first word, and the first table. */
export function summaryOf(text: string): string {
  const operation = /[a-z]+/i.exec(text)?.[0].toUpperCase() ?? 'UNKNOWN';
  const table = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_]+(?:"?\."?[a-z_]+)?)/i.exec(text)?.[1]?.replaceAll('"', '');
  return table ? `${operation} ${table}` : operation;
}

/** A span for each request of `fastify`, and of `direct`, which a path's own listener answers before it. Call it after what listens directly. */
export function traceRequests(fastify: FastifyInstance, direct: { route: string; matches: RegExp }): void {
  const tracer = exporter;
  if (!tracer) return;
  fastify.server.prependListener('request', (request, response) => {
    if (!direct.matches.test(request.url ?? '')) return;
    const span = tracer.request(request, direct.route);
    response.once('close', () => span.end(response.statusCode));
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    const span = tracer.request(request.raw, request.routeOptions.url ?? 'none');
    reply.raw.once('close', () => span.end(reply.statusCode));
    span.within(done);
  });
}
