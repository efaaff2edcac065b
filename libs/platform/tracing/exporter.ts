// The only file that imports OpenTelemetry: a chunk of its own, loaded where traces are wanted.
import type { IncomingMessage } from 'node:http';
import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOffSampler, AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type Sampler } from '@opentelemetry/sdk-trace';

export type Kind = 'internal' | 'server' | 'client' | 'consumer';

export interface Exporter {
  around<T>(kind: Kind, name: string, attributes: Attributes, work: () => Promise<T>, failure?: (answer: T) => string | undefined): Promise<T>;
  request(request: IncomingMessage, route: string): { within(work: () => void): void; end(status: number): void };
  current(): Record<string, string>;
  end(): Promise<void>;
}

const KINDS: Record<Kind, SpanKind> = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER };
/** A collector that is away must not hold an ending server. */
const END_MS = 2000;

/** `OTEL_TRACES_SAMPLER` and its argument, as OpenTelemetry names them; every trace by default. */
export function samplerOf({ OTEL_TRACES_SAMPLER: name = 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG: share }: NodeJS.ProcessEnv): Sampler {
  const roots: Record<string, () => Sampler> = { always_on: () => new AlwaysOnSampler(), always_off: () => new AlwaysOffSampler(), traceidratio: () => new TraceIdRatioBasedSampler(Number(share || 1)) };
  const root = roots[name.replace('parentbased_', '')]?.() ?? new AlwaysOnSampler();
  return name.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}

const codeOf = (error: unknown): string => {
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  return String(driverError?.code ?? code ?? (error instanceof Error ? error.name : 'Error'));
};

function fail(span: Span, type: string): void {
  span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
}

/** Reads OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER and OTEL_EXPORTER_OTLP_*. */
export function startExporter(): Exporter {
  const resource = defaultResource().merge(resourceFromAttributes({ 'service.name': 'portevoix' })).merge(detectResources({ detectors: [envDetector] }));
  const provider = new TracerProvider({ resource, sampler: samplerOf(process.env), spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const propagator = new W3CTraceContextPropagator();
  const tracer = provider.getTracer('portevoix');
  return {
    around: (kind, name, attributes, work, failure) =>
      tracer.startActiveSpan(name, { kind: KINDS[kind], attributes }, async (span) => {
        try {
          const answer = await work();
          const type = failure?.(answer);
          if (type) fail(span, type);
          return answer;
        } catch (error) {
          fail(span, codeOf(error));
          throw error;
        } finally {
          span.end();
        }
      }),
    request({ method = 'GET', headers }, route) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, { get: (from, key) => from[key], keys: (from) => Object.keys(from) });
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes: { 'http.request.method': method, 'http.route': route } }, parent);
      return {
        within: (work) => context.with(trace.setSpan(parent, span), work),
        end(status) {
          span.setAttribute('http.response.status_code', status);
          if (status >= 500) fail(span, String(status));
          span.end();
        },
      };
    },
    current() {
      const active = trace.getActiveSpan()?.spanContext();
      return active ? { traceId: active.traceId, spanId: active.spanId } : ({} as Record<string, string>);
    },
    async end() {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([provider.shutdown().catch(() => undefined), new Promise((late) => (timer = setTimeout(late, END_MS)))]);
      clearTimeout(timer);
      context.disable();
    },
  };
}
