/** Text as a feed gives it. */
export interface RawText {
  value: string;
  /** HTML, plain text, or not said (RSS). */
  kind: 'html' | 'text' | 'unknown';
  /** xml:base of the element, as written. */
  base?: string;
}

/** Entry of any format before addresses are resolved and HTML is cleaned; lists are in order of preference. */
export interface RawItem {
  id?: string;
  /** Possible addresses of the page. */
  links: (string | undefined)[];
  title: (RawText | undefined)[];
  summary: (RawText | undefined)[];
  content: (RawText | undefined)[];
  images: (string | undefined)[];
  dates: (Date | undefined)[];
  authors: (string | undefined)[];
  languages: (string | undefined)[];
  /** xml:base values from outside to inside. */
  bases: (string | undefined)[];
}

export interface RawFeed {
  title: (RawText | undefined)[];
  links: (string | undefined)[];
  bases: (string | undefined)[];
  languages: (string | undefined)[];
  authors: (string | undefined)[];
  items: RawItem[];
}

/** Text of unknown kind, or undefined when there is none. */
export function unknownText(value: string | undefined): RawText | undefined {
  return value?.trim() ? { value, kind: 'unknown' } : undefined;
}
