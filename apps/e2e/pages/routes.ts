/// <reference lib="dom" />
import type { Page } from 'playwright-core';

export type App = 'admin' | 'ambassador';

export interface Route {
  /** `/lire/$publicationId`, below the app's base. */
  path: string;
  /** Opens without a session. */
  open: boolean;
}

interface Fiber {
  memoizedProps?: { router?: { routesById: Record<string, RouterRoute> } } | null;
  child: Fiber | null;
  sibling: Fiber | null;
}
interface RouterRoute {
  fullPath: string;
  options: { path?: string };
  parentRoute?: { isRoot?: boolean };
}

/** Every page that the router of the app in this page knows, asked of the router itself: a new screen is in by itself. */
export function routesOf(page: Page): Promise<Route[]> {
  return page.evaluate(() => {
    const root = document.getElementById('root') as unknown as Record<string, { stateNode: { current: Fiber } }>;
    const open = [root[Object.keys(root).find((key) => key.startsWith('__reactContainer$')) ?? '']?.stateNode.current];
    for (let fiber = open.pop(); fiber; fiber = open.pop()) {
      const router = fiber.memoizedProps?.router;
      if (router) {
        return Object.values(router.routesById)
          .filter(({ options }) => options.path && options.path !== '$')
          .map(({ fullPath, parentRoute }) => ({ path: fullPath, open: Boolean(parentRoute?.isRoot) }))
          .sort((a, b) => (a.path < b.path ? -1 : 1));
      }
      open.push(...[fiber.sibling, fiber.child].filter((next) => next !== null));
    }
    throw new Error('No router in this page');
  });
}

/** `/lire/$publicationId` with its parameters; one without an example fails, so that a new screen gets one. */
export function filled(route: string, examples: Readonly<Record<string, string>>): string {
  return route.replace(/\$(\w+)/g, (_whole, name: string) => {
    const example = examples[name];
    if (!example) throw new Error(`No example for $${name} of ${route}: give one in pages/demo.ts`);
    return example;
  });
}
