// `npm run lighthouse`: the ambassador app as Lighthouse sees it on its mobile profile, on a server of its own with the demo
// organisation (or on E2E_URL). Fails under 90 for performance (median of three), accessibility or best practice.
// Not part of the tests: its performance score is the machine's too. Lighthouse comes from the registry when it is asked for.
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import setup from '../apps/e2e/global-setup.mjs';
import teardown from '../apps/e2e/global-teardown.mjs';
import { findChromium } from './bootstrap/chromium.mjs';
import { run } from './bootstrap/process.mjs';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const LEAST = 90;
const ROUNDS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
const PAGES = ['/', '/partager', '/moi'];
const FLAGS = '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-lighthouse-'));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns {Promise<string>} the cookie of a signed-in member */
async function signIn(base) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { email } }';
  const variables = { input: { email: 'ambassadeur@demo.test', password: 'portevoix-demo' } };
  const answer = await fetch(`${base}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-portevoix': '1' }, body: JSON.stringify({ query, variables }) });
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Scores out of 100, metrics, and the audits that failed, of one visit in a browser of its own. */
async function visit(url, headers) {
  const output = path.join(folder, 'report.json');
  const args = ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${output}`, `--only-categories=${CATEGORIES.join(',')}`, `--extra-headers=${headers}`, `--chrome-flags=${FLAGS}`];
  await run('npx', args, { env: { ...process.env, CHROME_PATH: await findChromium() }, quiet: true });
  const { categories, audits } = JSON.parse(fs.readFileSync(output, 'utf8'));
  return {
    scores: CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100)),
    metrics: METRICS.map((name) => `${audits[name].title} ${audits[name].displayValue}`),
    failed: CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score === 0).map(({ id }) => id)),
  };
}

await setup();
try {
  const base = process.env.E2E_URL;
  const headers = path.join(folder, 'headers.json');
  fs.writeFileSync(headers, JSON.stringify({ Cookie: await signIn(base) }));
  for (const page of PAGES) {
    const visits = [];
    for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(`${base}${page}`, headers));
    const scores = CATEGORIES.map((_name, index) => median(visits.map((one) => one.scores[index])));
    console.log(`${page}: ${CATEGORIES.map((name, index) => `${name} ${scores[index]}`).join(', ')} (${visits[0].metrics.join(', ')})`);
    for (const id of new Set(visits.flatMap(({ failed }) => failed))) console.log(`  ${id}`);
    if (scores.some((score) => score < LEAST)) process.exitCode = 1;
  }
} finally {
  await teardown();
  fs.rmSync(folder, { recursive: true, force: true });
}
