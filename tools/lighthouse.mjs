// `npm run lighthouse`: the ambassador app as Lighthouse sees it on its mobile profile, on a server of its own with the demo
// organisation (or on E2E_URL). Writes docs/lighthouse.md; fails under 90 for performance, accessibility or best practices
// (medians of three). Not part of the tests: its performance score is the machine's too. Lighthouse comes from the registry
// when it is asked for. That the app can be installed is a test (apps/e2e/offline.e2e.ts): Lighthouse no longer says so.
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
const PAGES = [
  { path: '/connexion', title: 'Sign-in', signedIn: false },
  { path: '/', title: 'Feed', signedIn: true },
  { path: '/partager', title: 'Share', signedIn: true },
  { path: '/moi', title: 'Me', signedIn: true },
];
const REPORT = path.resolve(import.meta.dirname, '../docs/lighthouse.md');
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

/** Lighthouse sometimes loses the trace of a visit (NO_NAVSTART): that visit is not measured, and is made again. */
async function recorded(attempt, left = 2) {
  try {
    await attempt();
  } catch (error) {
    if (!left) throw error;
    await recorded(attempt, left - 1);
  }
}

/** Scores out of 100, metrics, and the audits that failed, of one visit in a browser of its own. */
async function visit(url, headers) {
  const env = { ...process.env, CHROME_PATH: await findChromium() };
  const output = path.join(folder, 'report.json');
  const args = ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${output}`, `--only-categories=${CATEGORIES.join(',')}`, `--chrome-flags=${FLAGS}`];
  if (headers) args.push(`--extra-headers=${headers}`);
  await recorded(() => run('npx', args, { env, quiet: true }));
  const { categories, audits, runtimeError } = JSON.parse(fs.readFileSync(output, 'utf8'));
  if (runtimeError) throw new Error(`${url}: ${runtimeError.code} ${runtimeError.message}`);
  return {
    scores: CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100)),
    metrics: METRICS.map((name) => audits[name].numericValue),
    failed: CATEGORIES.slice(1).flatMap((name) => categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score === 0).map(({ id }) => id)),
  };
}

/** Medians of several visits, and every audit that failed in one of them. */
async function measure({ path: address, title, signedIn }, base, headers) {
  const visits = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(`${base}${address}`, signedIn ? headers : undefined));
  const medians = (key, names) => names.map((_name, index) => median(visits.map((one) => one[key][index])));
  const page = { address, title, scores: medians('scores', CATEGORIES), metrics: medians('metrics', METRICS), failed: [...new Set(visits.flatMap(({ failed }) => failed))] };
  console.log(`${address}: ${CATEGORIES.map((name, index) => `${name} ${page.scores[index]}`).join(', ')}${page.failed.length ? `; failed: ${page.failed.join(', ')}` : ''}`);
  return page;
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const figure = (value, digits) => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function reportOf(pages) {
  const [paint, largest, blocked, shift] = [(ms) => `${figure(ms / 1000, 1)} s`, (ms) => `${figure(ms / 1000, 1)} s`, (ms) => `${figure(ms, 0)} ms`, (value) => figure(value, 3)];
  return `# Lighthouse

Written by \`npm run lighthouse\` (${LIGHTHOUSE.replace('@', ' ')}, its mobile profile: slow 4G and a processor four times slower, both simulated), on the built server with the demo organisation; medians of ${ROUNDS} visits, each in a new browser. The aim is ${LEAST} for each score.

${[
    row(['page', ...CATEGORIES, 'first paint', 'largest paint', 'blocked', 'layout shift']),
    row(['---', ...Array(CATEGORIES.length + METRICS.length).fill('---:')]),
    ...pages.map(({ title, address, scores, metrics }) => row([`${title} \`${address}\``, ...scores.map((score) => (score < LEAST ? `**${score}**` : String(score))), ...[paint, largest, blocked, shift].map((show, index) => show(metrics[index]))])),
  ].join('\n')}

${pages.some(({ failed }) => failed.length) ? `Failed audits: ${pages.filter(({ failed }) => failed.length).map(({ address, failed }) => `\`${address}\` ${failed.join(', ')}`).join('; ')}.` : 'No audit of accessibility or best practices failed.'}

${new Date().toISOString().slice(0, 10)}, ${os.cpus()[0]?.model.replace(/\s+/g, ' ').trim() ?? 'unknown processor'}, ${os.availableParallelism()} cores, load average at the end ${os.loadavg().map((load) => figure(load, 1)).join(', ')}. The performance score depends on the machine; the two others do not.
`;
}

await setup();
try {
  const base = process.env.E2E_URL;
  const headers = path.join(folder, 'headers.json');
  fs.writeFileSync(headers, JSON.stringify({ Cookie: await signIn(base) }));
  const pages = [];
  for (const page of PAGES) pages.push(await measure(page, base, headers));
  fs.writeFileSync(REPORT, reportOf(pages));
  if (pages.some(({ scores }) => scores.some((score) => score < LEAST))) process.exitCode = 1;
} finally {
  await teardown();
  fs.rmSync(folder, { recursive: true, force: true });
}
