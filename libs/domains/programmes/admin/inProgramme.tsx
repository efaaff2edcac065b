import { lazyPage } from '@portevoix/web';
import type { ComponentType } from 'react';

const ProgrammeGate = lazyPage(() => import('./ProgrammeGate'), 'ProgrammeGate');

/** The page of a domain that lives in a programme. `page` is a lazyPage. */
export function inProgramme(Page: ComponentType & { preload?: (() => Promise<void> | undefined) | undefined }): ComponentType {
  const Gated = () => (
    <ProgrammeGate>
      <Page />
    </ProgrammeGate>
  );
  return Object.assign(Gated, { preload: Page.preload });
}
