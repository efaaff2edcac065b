import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { articleOf, blocksOf } from './blocks';

describe('an article as it is typed', () => {
  it('goes to HTML and back without a change', () => {
    const html = '<p>Un <strong>préau</strong>.<br />Deux lignes.</p>\n<h2>Avant</h2>\n<ul><li>Un</li><li>Deux</li></ul>\n<blockquote><p>On ne court pas.</p></blockquote>\n<h3>Après</h3>\n<table><tr><td>1</td></tr></table>';
    const text = 'Un <strong>préau</strong>.\nDeux lignes.\n\n## Avant\n\n- Un\n- Deux\n\n> On ne court pas.\n\n### Après\n\n<table><tr><td>1</td></tr></table>';
    expect(blocksOf(html)).toBe(text);
    expect(articleOf(text)).toBe(html);
  });

  it('takes an empty text and stray spaces', () => {
    expect([articleOf(''), articleOf(' \n\n '), blocksOf('')]).toEqual(['', '', '']);
    expect(articleOf('Un\n \nDeux  ')).toBe('<p>Un</p>\n<p>Deux</p>');
  });

  it('is stable: what was typed comes back the same once it has been through', () => {
    const word = fc.stringMatching(/^[a-zé’]{1,8}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    const block = fc.oneof(line, line.map((text) => `## ${text}`), fc.array(line, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')), line.map((text) => `> ${text}`));
    fc.assert(fc.property(fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n')), (text) => expect(blocksOf(articleOf(text))).toBe(text)));
  });
});
