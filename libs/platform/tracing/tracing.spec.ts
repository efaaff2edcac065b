import { describe, expect, it } from '@jest/globals';
import { samplerOf } from './exporter';
import { summaryOf, wantsTracing } from './tracing';

describe('tracing', () => {
  it.each([
    [{}, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://collector:4318/v1/traces' }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_SDK_DISABLED: 'true' }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318', OTEL_TRACES_EXPORTER: 'none' }, false],
    [{ OTEL_SERVICE_NAME: 'portevoix' }, false],
  ])('is wanted with %j: %s', (env, wanted) => {
    expect(wantsTracing(env)).toBe(wanted);
  });

  it.each([
    ['SELECT "p"."id" FROM "person" "p" WHERE "p"."email" = \'claire@ville.test\'', 'SELECT person'],
    ['insert into click (id) values ($1)', 'INSERT click'],
    ['update "contest_score" set points = 3', 'UPDATE contest_score'],
    ['delete from only session where id = 4', 'DELETE session'],
    ["select set_config('app.organisation_id', $1, true)", 'SELECT'],
    ['COMMIT', 'COMMIT'],
    ['', 'UNKNOWN'],
  ])('names %j after what it does, and tells no value of it', (text, summary) => {
    expect(summaryOf(text)).toBe(summary);
  });

  it.each([
    [{}, 'ParentBased{root=AlwaysOnSampler'],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, 'AlwaysOffSampler'],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }, 'ParentBased{root=TraceIdRatioBased{0.1}'],
    [{ OTEL_TRACES_SAMPLER: 'unheard_of' }, 'AlwaysOnSampler'],
  ])('samples with %j by %s', (env, sampler) => {
    expect(samplerOf(env).toString()).toContain(sampler);
  });
});
