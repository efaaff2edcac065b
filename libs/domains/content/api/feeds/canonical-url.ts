const TRACKING = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'igsh',
  'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking', 'vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id',
  's_cid', 'wt_mc', 'wt_zmc', 'xtor', 'xtref', 'xts', 'cmpid', 'ns_campaign', 'ns_mchannel', 'ns_source', 'rss_id',
]);
const TRACKING_PREFIX = /^(utm|at|pk|mtm|matomo|piwik|hsa|stm)_/;

/** Absolute http(s) address, resolved against `base`; undefined for any other scheme and for what is no address. */
export function httpUrl(address: string | undefined, base?: string): string | undefined {
  const text = address?.trim();
  if (!text || text.length > 4_096) return undefined;
  const url = URL.parse(text, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return undefined;
  return url.href;
}

/**
 * One form for all addresses of one page, to recognise it again: no fragment, credentials, default port,
 * tracking parameters, or trailing slash (but the root's); parameters in order. A key, not an address to open.
 * Undefined when the address is not http(s). canonicalUrl(canonicalUrl(x)) is canonicalUrl(x).
 */
export function canonicalUrl(address: string): string | undefined {
  const absolute = httpUrl(address);
  if (!absolute) return undefined;
  const url = new URL(absolute);
  const host = url.host.replace(/\.+(?=:|$)/, '');
  if (host === '' || host.startsWith(':')) return undefined;
  const path = upperCaseEscapes(url.pathname).replace(/\/+$/, '') || '/';
  const query = [...url.searchParams].filter(([name]) => !isTracking(name));
  query.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const search = new URLSearchParams(query).toString();
  return `${url.protocol}//${host}${path}${search && `?${search}`}`;
}

function isTracking(name: string): boolean {
  const key = name.toLowerCase();
  return TRACKING.has(key) || TRACKING_PREFIX.test(key);
}

function upperCaseEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => escape.toUpperCase());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
