// A web site that wishes a feed reader ill: each path in one way.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const RSS = 'application/rss+xml; charset=utf-8';
const rss = (title, items, doctype = '') => `<?xml version="1.0" encoding="utf-8"?>${doctype}<rss version="2.0"><channel><title>${title}</title><link>https://mal.example</link><description>x</description>${items}</channel></rss>`;
const item = (title, link, more = '') => `<item><title>${title}</title><link>${link}</link>${more}</item>`;
const cdata = (text) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('');

/** Text that would run if it were taken for markup. */
const ATTACK = '"><img src=x onerror=window.__xss=1><script>window.__xss=1</script><svg onload=window.__xss=1>';

/** What XML can hold of it: control characters and half pairs cannot be written. */
const writable = (text) => text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');
const naughty = JSON.parse(readFileSync(new URL('./fixtures/naughty-strings.json', import.meta.url), 'utf8')).map(writable).filter((text) => text.trim());

const send = (type, body, headers = {}) => (_request, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body);

const PATHS = {
  '/bomb': send(RSS, gzipSync(Buffer.alloc(100 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' }),
  '/endless': async (_request, response) => {
    response.writeHead(200, { 'content-type': RSS });
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    response.write('<rss version="2.0"><channel><title>');
    for (let sent = 0; sent < 100 && !response.destroyed; sent += 1) if (!response.write(chunk)) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), new Promise((resolve) => response.once('close', resolve))]);
    response.end();
  },
  '/laughs': send(RSS, rss('Rires', item('&lol9;', 'https://mal.example/1'), `<!DOCTYPE lolz [<!ENTITY lol "lol">${entities}]>`)),
  '/files': send(RSS, rss('Fichiers', item('&xxe;', 'https://mal.example/1'), '<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>')),
  '/deep': send(RSS, rss('Profond', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)),
  '/drip': async (_request, response) => {
    response.writeHead(200, { 'content-type': RSS });
    while (!response.destroyed) {
      response.write('<');
      await sleep(500);
    }
  },
  '/encoding': send('application/rss+xml; charset=klingon', Buffer.from(rss('Encodage menteur', item('Déjà lu', 'https://mal.example/latin')).replace('utf-8', 'utf-16'), 'latin1')),
  '/redirects': (request, response) => response.writeHead(302, { location: `/redirects?${Math.random()}` }).end(),
  '/inside': (_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end(),
  '/page': send('text/html; charset=utf-8', '<!doctype html><html><head><title>Une page</title></head><body><script>alert(1)</script></body></html>'),
  '/script-links': send(RSS, rss('Liens', item('Rien à lire', 'javascript:window.__xss=1') + item('Ni ici', 'data:text/html,<script>window.__xss=1</script>'))),
  '/thousands': send(RSS, rss('Dix mille', Array.from({ length: 10_000 }, (_, n) => item(`Article ${n}`, `https://mal.example/${n}`)).join(''))),
  '/hostile': send(RSS, rss(cdata(`Source ${ATTACK}`), item(cdata(`Titre ${ATTACK}`), 'https://mal.example/hostile', `<description>${cdata(`Résumé ${ATTACK} <a href="javascript:window.__xss=1">lien</a>`)}</description><author>${cdata(`moi@mal.example (${ATTACK})`)}</author><category>${cdata(ATTACK)}</category><enclosure url="https://mal.example/x.svg" type="image/svg+xml" length="1"/>`))),
  '/naughty': send(RSS, rss('Chaînes', naughty.map((text, n) => item(cdata(text), `https://mal.example/n/${n}`, `<description>${cdata(text)}</description>`)).join(''))),
  '/good': send(RSS, rss('La bonne source', item('Un bon article', 'https://bien.example/1'))),
};

/** Answers a path of the hostile site; false for any other. */
export function answerHostile(request, response) {
  const answer = PATHS[new URL(request.url, 'http://x').pathname];
  if (!answer) return false;
  void answer(request, response);
  return true;
}
