import * as fs from 'node:fs';
import path from 'node:path';
import { root, run, runNode, step, StepFailed } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/**
 * The path of a Chromium for the browser journeys: CHROMIUM_PATH, one of the system, one that Playwright installed;
 * otherwise installs one (Debian's package as root, else Playwright's download).
 */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !fs.existsSync(wanted)) throw new StepFailed(`CHROMIUM_PATH is ${wanted}, which does not exist.`);
  return wanted ?? installed() ?? (await step('Installing Chromium for the browser journeys', install));
}

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), ...MAC];
  return candidates.find((file) => fs.existsSync(file));
}

async function install() {
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => run('apt-get', ['-o', 'Acquire::Retries=3', '-qq', ...args], { env, quiet: true, mayFail: true });
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
    const found = installed();
    if (found) return found;
  }
  await runNode([path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']);
  const { chromium } = await import('playwright-core');
  return chromium.executablePath();
}
