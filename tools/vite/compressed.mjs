import * as fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(?:js|css|html|svg)$/;
/** Below, a packet is not filled. */
const WORTH_IT = 1024;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Vite plugin: leaves a `.br` and a `.gz` beside each text file of the build, for the server to send as they are.
 *
 * @returns {import('vite').Plugin}
 */
export function compressed() {
  return {
    name: 'portevoix:compressed',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir }, bundle) {
        for (const name of Object.keys(bundle).filter((file) => TEXT.test(file))) {
          const file = path.join(dir, name);
          const body = await fs.readFile(file);
          if (body.length < WORTH_IT) continue;
          const [br, gz] = await Promise.all([asBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }), asGzip(body, { level: 9 })]);
          await Promise.all([fs.writeFile(`${file}.br`, br), fs.writeFile(`${file}.gz`, gz)]);
        }
      },
    },
  };
}
