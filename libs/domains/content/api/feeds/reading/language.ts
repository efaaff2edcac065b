/** First of the tags that can be read, in the canonical form of BCP 47; a language nobody knows is no language. */
export function languageTag(candidates: (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const tag = candidate?.trim().slice(0, 60).replaceAll('_', '-');
    if (!tag) continue;
    try {
      return Intl.getCanonicalLocales(tag)[0];
    } catch {
      continue;
    }
  }
  return undefined;
}
