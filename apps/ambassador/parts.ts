import type { SlotName } from '@portevoix/web';
import { domains } from './domains';

interface Fetched {
  component: { preload?: () => Promise<void> };
}

/** The code of these parts, fetched while one learns who is there, not after. */
export function fetchParts(names: readonly SlotName[]): void {
  for (const { slots } of domains) {
    for (const name of names) for (const { component } of (slots[name] ?? []) as readonly Fetched[]) void component.preload?.();
  }
}
