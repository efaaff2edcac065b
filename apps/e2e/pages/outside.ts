import { baseUrl } from '../browser';

/** ISO day of Paris, `offset` days from today. */
export function day(offset: number): string {
  return new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date(Date.now() + offset * 86_400_000));
}

const pathOf = (link: string) => `${baseUrl}${new URL(link).pathname}`;

/** The same day as a person types it: 22 nov. 2026. */
export function frenchDay(offset: number): string {
  return new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(Date.now() + offset * 86_400_000));
}

/** Somebody follows a short link in a browser. */
export async function humanClick(link: string, browser: string, address: string): Promise<void> {
  const response = await fetch(pathOf(link), { redirect: 'manual', headers: { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 ${browser} ${address}`, accept: 'text/html' } });
  if (response.status !== 302) throw new Error(`The link answered ${response.status}`);
}

/** A network makes its preview: a HEAD, then the page of Open Graph tags. */
export async function crawl(link: string): Promise<string> {
  const headers = { 'user-agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0; +http://www.linkedin.com)' };
  await fetch(pathOf(link), { method: 'HEAD', redirect: 'manual', headers });
  return (await fetch(pathOf(link), { redirect: 'manual', headers })).text();
}
