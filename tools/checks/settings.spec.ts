import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Config, loadConfig } from '@portevoix/platform';

const example = readFileSync('.env.example', 'utf8');
const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name!);

describe('.env.example', () => {
  it('names every setting, and none that nobody reads', () => {
    const settings = [...Object.keys(new Config()), 'SMTP_URL', 'METRICS_TOKEN'];
    expect([...new Set(settings)].filter((name) => !named.includes(name))).toEqual([]);
    // PG_BIN is read by the command line, which starts PostgreSQL's own programs; OTEL_* by OpenTelemetry.
    expect(named.filter((name) => !settings.includes(name) && !name.startsWith('OTEL_'))).toEqual(['PG_BIN']);
  });

  it('can be copied as it is', () => {
    const env = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]));
    expect(loadConfig({ ...env, DATABASE_URL: 'postgresql://localhost/x' })).toMatchObject({ PORT: 3000 });
  });
});

describe('settings', () => {
  it('are refused together, each by its name and rule', () => {
    const wrong = { PORT: '70000', METRICS_TOKEN: 'short', SHUTDOWN_DELAY: 'soon', PUBLIC_URL: 'example.org' };
    expect(() => loadConfig(wrong)).toThrow(/PORT: (.|\n)*DATABASE_URL: (.|\n)*PUBLIC_URL: /);
    expect(() => loadConfig(wrong)).toThrow(/METRICS_TOKEN: (.|\n)*/);
    expect(() => loadConfig(wrong)).toThrow(/SHUTDOWN_DELAY: /);
  });
});
