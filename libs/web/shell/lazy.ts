import { lazyRouteComponent } from '@tanstack/react-router';
import { NetworkFailure } from '../api-error';

const coming = new Set<Promise<unknown>>();

/** The parts that were asked for and are not there yet. */
export const onTheirWay = (): readonly Promise<unknown>[] => [...coming];

const missing = new Set<() => Promise<void> | undefined>();

/**
 * A page or a part with its own chunk, fetched on intent. A chunk that a new release took away reloads the page once;
 * one that the network did not bring is a failure in words, and never a reload that would leave the app.
 */
export const lazyPage: typeof lazyRouteComponent = (importer, exportName) => {
  const page = lazyRouteComponent(async () => {
    try {
      return await noted(importer());
    } catch (error) {
      missing.add(() => page.preload?.());
      if (!navigator.onLine) throw new NetworkFailure(undefined, { cause: error });
      throw error;
    }
  }, exportName);
  return page;
};

function noted<Part>(part: Promise<Part>): Promise<Part> {
  coming.add(part);
  const settled = () => coming.delete(part);
  part.then(settled, settled);
  return part;
}

/** Fetches again what the network did not bring. */
export async function fetchMissing(): Promise<void> {
  const again = [...missing];
  missing.clear();
  await Promise.allSettled(again.map((fetchAgain) => fetchAgain()));
}
