// node tools/count-tests.mjs <folder of jest's JSON reports> <exit code of the checks>: prints "N passed, N failed".
import * as fs from 'node:fs';
import path from 'node:path';

/**
 * Sums jest's reports.
 *
 * @param {string[]} [names] those of `folder` to sum, where they exist; all by default
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(folder, names = undefined) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const there = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of there.filter((file) => names?.includes(file) ?? true)) {
    const found = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    sum.passed += found.numPassedTests;
    sum.failed += found.numFailedTests + found.numRuntimeErrorTestSuites; // a file that could not be loaded has no test to count
    sum.skipped += found.numPendingTests + found.numTodoTests;
  }
  return sum;
}

if (process.argv[1] === import.meta.filename) {
  const [folder, status] = process.argv.slice(2);
  const { passed, failed } = countTests(folder);
  console.log(`${passed} passed, ${failed || (status === '0' ? 0 : 1)} failed`);
}
