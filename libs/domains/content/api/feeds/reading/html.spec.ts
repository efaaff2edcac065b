import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine, plainText, sanitiseHtml } from './html';

const BASE = 'https://example.org/blog/';

describe('HTML of strangers', () => {
  it('keeps prose, links and images', () => {
    expect(sanitiseHtml('<h1 class="x">T</h1><p style="color:red">A <a href="a?b=1&amp;c=2" onclick="x()">link</a> <img src="//cdn.example/i.png" alt="i"></p>', BASE)).toBe(
      '<h2>T</h2><p>A <a href="https://example.org/blog/a?b=1&amp;c=2" rel="noopener nofollow">link</a> <img src="https://cdn.example/i.png" alt="i" loading="lazy" /></p>',
    );
  });

  it.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', '<a href="java\tscript:alert(1)">x</a>', '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>', '<img src="data:image/svg+xml,<svg onload=alert(1)>">', '<svg onload=alert(1)><script>alert(1)</script></svg>', '<iframe srcdoc="<script>alert(1)</script>">',
    '<style>@import "http://evil"</style>', '<form action="http://evil"><input>', '<math><mtext></p><style><img src=x onerror=alert(1)></style>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<object data="http://evil">', '<base href="http://evil">', '<a href="vbscript:x">x</a>', '<p><a href="http://a" target="_top" style="position:fixed">x</a>', '<<script>script>alert(1)<</script>/script>',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">', '<a href=" javascript:alert(1)">x</a>',
  ])('leaves nothing that runs: %s', (html) => {
    const clean = sanitiseHtml(html, BASE);
    expect(clean).not.toMatch(/<(script|style|iframe|svg|math|form|input|object|base|meta)|\son\w+=|style=|target=|javascript:|vbscript:|data:/i);
  });

  it('leaves out pixels that count readers', () => {
    expect(sanitiseHtml('<p>a<img src="http://t.example/p.gif" width="1" height="1"></p>', BASE)).toBe('<p>a</p>');
    expect(sanitiseHtml('<p>a<img src="http://other.example/p.jpg"></p>', BASE)).toBe('<p>a</p>');
  });

  it('gives only allowed tags whatever goes in, and loses no word when it is cleaned again', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom('<', '>', '"', "'", '&lt;', '<p>', '<a href="', '<img src=', '<script>', '</p>', '<!--', '<![CDATA[', ' onload=', 'javascript:')), { maxLength: 20 });
    fc.assert(fc.property(pieces, (parts) => {
      const clean = sanitiseHtml(parts.join(''), BASE);
      expect(clean).not.toMatch(/<(?!\/?(?:p|br|hr|h[2-4]|ul|ol|li|blockquote|pre|code|a|strong|em|b|i|s|sub|sup|img|figure|figcaption|table|thead|tbody|tr|th|td)[\s/>])/);
      // A paragraph inside another may be closed anew: the words stay.
      expect(plainText(sanitiseHtml(clean, BASE), 10_000)).toBe(plainText(clean, 10_000));
    }));
  });

  it('gives text on one line', () => {
    expect(plainText('<p>One</p><p>two &amp; <b>three</b>&nbsp;&lt;4&gt;</p><script>x</script>', 100)).toBe('One two & three <4>');
    expect(oneLine('a \u202e b\n\t\0c', 50)).toBe('a b c');
    expect(oneLine('one two three four', 12)).toBe('one two…');
    expect(oneLine('😀'.repeat(10), 6)).toBe('😀😀…');
  });
});
