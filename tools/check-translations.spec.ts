import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { checkTranslations } from './check-translations.mjs';
import { frenchFaults } from './translations/typography.mjs';

describe('French typography', () => {
  test.each([
    'Bienvenue\u202f!', 'Êtes-vous sûr\u202f?', 'Objet\u00a0: rappel', '12\u00a0%', '{{count}}\u00a0€', 'l’équipe', '«\u00a0oui\u00a0»', 'Suite…',
    'Voir https://exemple.fr/a?b=c', 'à 10:30', '<1>Lire</1>', '1\u202f000 personnes', 'Rendez-vous\u00a0: {{date}}', 'et/ou',
    'Ton expert', 'À partager', '#EquipeOrvane', 'Il a fini. À vous', 'LinkedIn · 4\u00a0min', 'statue, tutelle',
  ])('%s is right', (text) => expect(frenchFaults(text)).toEqual([]));

  test.each([
    'Tu peux', 'C’est à toi', 'Garde tes mots', 'Je t’écris', 'A partager', 'Etat', 'ambassadeur·rice', 'ambassadeur(rice)', 'abonné(e)', 'Cliquez ici', 'Oups', '1 284 vues',
    'Lu\u00a0; noté', 'Lu\u202f: noté',
  ])('%s is wrong in words or in spaces', (text) => expect(frenchFaults(text)).not.toEqual([]));

  test.each(["l'équipe", 'Bienvenue !', 'Bienvenue!', 'Objet : rappel', 'Objet: rappel', '12 %', '12%', '{{count}} €', '« oui »', '«oui»', '"oui"', 'Suite...'])(
    '%s is wrong',
    (text) => expect(frenchFaults(text)).not.toEqual([]),
  );
});

describe('catalogues', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portevoix-texts-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  function check(files: Record<string, string>) {
    const names = Object.entries(files).map(([name, code]) => {
      const file = path.join(folder, name);
      fs.writeFileSync(file, code);
      return file;
    });
    const { errors, unused, texts } = checkTranslations(names);
    const keys = (lines: string[]) => lines.map((line) => line.replace(/^\S+ /, ''));
    return { errors: keys(errors), unused: keys(unused), texts };
  }

  test('finds what a language lacks, through imports and loaders', () => {
    const found = check({
      'fr.ts': `export const fr = { nav: { title: 'Concours', only: 'Seul' }, rank_one: '{{count}}er', rank_many: '{{count}} de', rank_other: '{{count}}e' } as const;`,
      'en1.ts': `import type { Translation } from './x';\nconst en = { nav: { title: 'Contests' }, rank_one: '{{count}}st', rank_other: '{{count}}th', extra: 'More' } satisfies object;\nexport default en;`,
      'i1.ts': `import { fr } from './fr';\nexport const contests = define('contests', { fr, en: () => import('./en1') });\nt('nav.title'); t('rank', { count }); t('nav.only');`,
    });
    expect(found).toEqual({ errors: ['extra: no French text', 'nav.only: no English text'], unused: [], texts: 5 });
  });

  test('finds unused keys, and sees those that a template composes', () => {
    const found = check({
      'i18n.ts': `export default { fr: { state: { open: 'Ouvert' }, gone: 'Parti' }, en: { state: { open: 'Open' }, gone: 'Gone' } };\nt(\`state.\${state}\`);`,
    });
    expect(found).toEqual({ errors: [], unused: ['gone'], texts: 2 });
  });

  test('finds names that differ', () => {
    const found = check({ 'i3.ts': `export default { fr: { hello: 'Bonjour {{name}}' }, en: { hello: 'Hello {{nom}}' } }; t('hello')` });
    expect(found.errors).toEqual(['hello: the {{…}} are not those of the French text']);
  });
});
