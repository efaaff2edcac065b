/** The two categories every publication belongs to. */
export enum PublicationCategory {
  ADVOCACY = 'ADVOCACY',
  COMPANY = 'COMPANY',
}

/** Who may see a publication, and whether it may leave the organisation. */
export enum Audience {
  SHAREABLE = 'SHAREABLE',
  INTERNAL = 'INTERNAL',
  /** A binding internal notice: pushed even in quiet hours, with a read receipt, never shareable. */
  INSTRUCTION = 'INSTRUCTION',
}

/** Only a shareable publication may ever get a short link, a share or a public page. */
export function isShareable(audience: Audience): boolean {
  return audience === Audience.SHAREABLE;
}

/** What a publication is about, as the mix of a feed is counted. */
export enum ContentKind {
  NOMINATION = 'NOMINATION',
  CSR = 'CSR',
  SOLIDARITY = 'SOLIDARITY',
  INTERNAL_SERVICE = 'INTERNAL_SERVICE',
  COMPANY_LIFE = 'COMPANY_LIFE',
  PROJECT_WON = 'PROJECT_WON',
  TRADE_WATCH = 'TRADE_WATCH',
  MARKET_WATCH = 'MARKET_WATCH',
  EXPERTISE = 'EXPERTISE',
  TESTIMONY = 'TESTIMONY',
}

/** Where a kind of content comes from: inside the organisation, watch over its trade and market, or its people. */
export enum ContentOrigin {
  INTERNAL = 'INTERNAL',
  WATCH = 'WATCH',
  PEOPLE = 'PEOPLE',
}

const ORIGINS: Record<ContentKind, ContentOrigin> = {
  [ContentKind.NOMINATION]: ContentOrigin.INTERNAL,
  [ContentKind.CSR]: ContentOrigin.INTERNAL,
  [ContentKind.SOLIDARITY]: ContentOrigin.INTERNAL,
  [ContentKind.INTERNAL_SERVICE]: ContentOrigin.INTERNAL,
  [ContentKind.COMPANY_LIFE]: ContentOrigin.INTERNAL,
  [ContentKind.PROJECT_WON]: ContentOrigin.INTERNAL,
  [ContentKind.TRADE_WATCH]: ContentOrigin.WATCH,
  [ContentKind.MARKET_WATCH]: ContentOrigin.WATCH,
  [ContentKind.EXPERTISE]: ContentOrigin.PEOPLE,
  [ContentKind.TESTIMONY]: ContentOrigin.PEOPLE,
};

export function originOf(kind: ContentKind): ContentOrigin {
  return ORIGINS[kind];
}

export interface KindShare {
  kind: ContentKind;
  count: number;
  /** 0 to 1; 0 for an empty feed. */
  share: number;
}

/** Composition of a feed: every kind, in the order of the taxonomy, absent ones with 0. */
export function mixOf(kinds: readonly ContentKind[]): KindShare[] {
  return Object.values(ContentKind).map((kind) => {
    const count = kinds.filter((candidate) => candidate === kind).length;
    return { kind, count, share: kinds.length === 0 ? 0 : count / kinds.length };
  });
}

/** A feed is single-subject when one theme is on 80 % or more of at least 5 items. */
export const MONO_SUBJECT = { items: 5, share: 0.8 } as const;

export interface ThemeConcentration {
  items: number;
  /** The theme on most items (the first met on a tie), null for an empty feed. */
  theme: string | null;
  /** Part of the items that carry it, 0 to 1. */
  share: number;
  mono: boolean;
}

/** How much one theme fills a feed; each item gives its theme, or its themes. */
export function themeConcentration(themes: readonly (string | readonly string[])[]): ThemeConcentration {
  const counts = new Map<string, number>();
  for (const item of themes) {
    for (const theme of new Set(typeof item === 'string' ? [item] : item)) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  const items = themes.length;
  let top: { theme: string | null; count: number } = { theme: null, count: 0 };
  for (const [theme, count] of counts) if (count > top.count) top = { theme, count };
  const share = items === 0 ? 0 : top.count / items;
  return { items, theme: top.theme, share, mono: items >= MONO_SUBJECT.items && share >= MONO_SUBJECT.share };
}

export function isMonoSubject(themes: readonly (string | readonly string[])[]): boolean {
  return themeConcentration(themes).mono;
}
