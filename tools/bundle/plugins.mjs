// What the bundle of the server needs beside rolldown itself.
import * as fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

/** The last package in a module's path: `@nestjs/core`. */
const PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/;

/**
 * `import http from 'node:http'` reads every export of the module, among them the getters of WebSocket and its events, which
 * load all of undici: a start without it is 40 ms and 10 MB less. The module as an object does not.
 */
export const lightHttp = {
  name: 'light-http',
  resolveId: {
    filter: { id: /^(node:)?http$/ },
    handler: (_id, _importer, { kind }) => (kind === 'require-call' ? null : '\0light-http'),
  },
  load: {
    filter: { id: /^\0light-http$/ },
    handler() {
      const names = Object.entries(Object.getOwnPropertyDescriptors(http)).flatMap(([name, { get }]) => (get && !['globalAgent', 'maxHeaderSize'].includes(name) ? [] : [name]));
      return `const http = process.getBuiltinModule('http');\nexport default http;\nexport const { ${names.join(', ')} } = http;\n`;
    },
  },
};

/** Apollo looks for Node's hashes in a way that no bundle has, and takes JavaScript's instead, four times as slow. */
export const nativeHash = {
  name: 'native-hash',
  resolveId: { filter: { id: /^@apollo\/utils\.createhash$/ }, handler: () => '\0native-hash' },
  load: { filter: { id: /^\0native-hash$/ }, handler: () => "export { createHash } from 'node:crypto';\n" },
};

/** Traces lead into our own sources; packages' lines are those of the bundle, whose maps would be read at each start. */
export const ownMapsOnly = {
  name: 'own-maps-only',
  transform: {
    filter: { id: /[\\/]node_modules[\\/].*\.[cm]?js$/ },
    handler: (code) => ({ code, map: { version: 3, sources: [], names: [], mappings: '' } }),
  },
};

/** The licences of what is bundled, in one file beside it. */
export const licences = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const folders = new Map();
    for (const chunk of Object.values(bundle)) {
      for (const id of Object.keys(chunk.modules ?? {})) {
        const [folder, name] = PACKAGE.exec(id) ?? [];
        // Some packages carry others in their own, without their package.json.
        if (name && fs.existsSync(path.join(folder, 'package.json'))) folders.set(folder, name);
      }
    }
    const texts = [...folders].map(([folder, name]) => [name, folder]).sort().map(([name, folder]) => notice(name, folder));
    this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
  },
};

function notice(name, folder) {
  const { version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  return [`${name} ${version} (${typeof license === 'string' ? license : 'see below'})\n`, ...files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'))].join('\n');
}
