// node tools/domain.mjs <name> [singular]: a new domain, e.g. `node tools/domain.mjs reminders`
import * as fs from 'node:fs';
import path from 'node:path';
import { root } from './bootstrap/process.mjs';
import { DOMAINS } from './domains.mjs';
import { filesOf } from './domain-templates.mjs';

const [domain, one = domain?.replace(/ies$/, 'y').replace(/s$/, '')] = process.argv.slice(2);
const capital = (word) => word[0].toUpperCase() + word.slice(1);

function refuse(message) {
  console.error(message);
  process.exit(1);
}

if (!/^[a-z]{3,}$/.test(domain ?? '') || !/^[a-z]{3,}$/.test(one)) refuse('Use: node tools/domain.mjs <name> [singular]   (lower-case English letters, plural: reminders)');
if (one === domain) refuse(`"${domain}" has no plural "s": give the singular too, as the name of the thing. node tools/domain.mjs ${domain} <singular>`);
const folder = path.join(root, 'libs/domains', domain);
if (fs.existsSync(folder)) refuse(`libs/domains/${domain} is there already.`);

for (const [name, content] of Object.entries(filesOf({ domain, one, One: capital(one), Many: capital(domain) }))) {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), content);
}
if (!DOMAINS.includes(domain)) edit('tools/domains.mjs', (text) => text.replace("  'analytics',\n  'integrations',", `  '${domain}',\n  'analytics',\n  'integrations',`));
edit('apps/api/domains.ts', (text) =>
  `import { ${capital(domain)}Module } from '@portevoix/${domain}/api';\n${text}`.replace(/(domainModules[^=]*= \[[^\]]*?)(,?\s*\])/, `$1, ${capital(domain)}Module$2`),
);

console.log(`libs/domains/${domain} is there, and so are its lines in tools/domains.mjs (move it to its place) and apps/api/domains.ts.

Then:
  npm run migrations -- generate ${capital(domain)}
  npm run schema
  npm test -- libs/domains/${domain}
  add ${domain}Admin and ${domain}Ambassador to apps/admin/domains.ts and apps/ambassador/domains.ts`);

function edit(name, change) {
  const file = path.join(root, name);
  const before = fs.readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) console.warn(`${name}: could not add the line for ${domain}; please add it by hand.`);
  else fs.writeFileSync(file, after);
}
