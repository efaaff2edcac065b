const HERE = 'https://here.invalid';

/**
 * Page to come back to after signing in: a path of this app, never another site, never the sign-in page itself.
 * Anything else gives `/`.
 */
export function safeReturn(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/')) return '/';
  try {
    const url = new URL(path, HERE);
    if (url.origin !== HERE || url.pathname.startsWith('//') || /^\/connexion(\/|$)/.test(url.pathname)) return '/';
    return url.pathname + url.search + url.hash;
  } catch {
    return '/';
  }
}

/** What the sign-in page is asked with, to come back to `here` afterwards. */
export function signInSearch(here: unknown): { retour?: string } {
  const back = safeReturn(here);
  return back === '/' ? {} : { retour: back };
}
