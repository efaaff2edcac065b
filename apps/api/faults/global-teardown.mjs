import * as fs from 'node:fs';

export default function teardown() {
  if (process.env.FAULTS_HOME) fs.rmSync(process.env.FAULTS_HOME, { recursive: true, force: true });
}
