import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const screens = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs/domains/*.tsx', 'apps/*.tsx'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
const labels = screens.flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/<TruthLabel\b[^>]*>/g)].map(([label]) => ({ path, label })));

describe('figures of the screens', () => {
  it('take how they are known, and their formula, from the API', () => {
    expect(labels.length).toBeGreaterThan(15);
    expect(labels.filter(({ label }) => !/\{\.\.\.truth/.test(label) || /definition=/.test(label))).toEqual([]);
  });
});
