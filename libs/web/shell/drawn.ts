import type { DehydratedState } from '@tanstack/react-query';
import type { Locale } from '../i18n/instance';
import type { PageFrame } from './frame';

/** What the app goes on from where the server drew its first page. */
export interface Drawn {
  /** The answers that it was drawn with. */
  state: DehydratedState;
  locale: Locale;
  frame: PageFrame;
  /** Zone (IANA) in which times were written. */
  zone: string;
  /** The moment (ms) that ages were counted to. */
  at: number;
}

/** Id of the element that holds it, as JSON. */
export const DRAWN = 'drawn';

/** Of this page, if the server drew it. */
export function readDrawn(): Drawn | undefined {
  const text = document.getElementById(DRAWN)?.textContent;
  return text ? (JSON.parse(text) as Drawn) : undefined;
}
