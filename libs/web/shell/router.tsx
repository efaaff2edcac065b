import { createRootRoute, createRoute, createRouter, Outlet, useLocation, useNavigate, useSearch, type AnyRoute, type RouterOptions } from '@tanstack/react-router';
import { useCallback, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { Audience } from '../account/SignInFrame';
import type { Domain, DomainRoute } from '../domain';
import { useT } from '../i18n/hooks';
import { i18n } from '../i18n/instance';
import { safeReturn, signInSearch } from '../session/return';
import { useCan, useSession } from '../session/session';
import { fetchMissing, lazyPage } from './lazy';
import { FailurePage, ForbiddenPage, MissingPage, UnreachablePage } from './pages';
import { shell } from './texts';

export interface ShellDefinition {
  audience: Audience;
  /** `/` or `/admin`. */
  basepath: string;
  domains: readonly Domain[];
  /** The app's frame: navigation around `children`. */
  Frame: ComponentType<{ children: ReactNode }>;
  /** Shown while a page's code or data loads. */
  Pending: ComponentType;
}

const SignInPage = lazyPage(() => import('../account/SignInPage'), 'SignInPage');
const SecondFactorPage = lazyPage(() => import('../account/SecondFactorPage'), 'SecondFactorPage');
const MagicLinkPage = lazyPage(() => import('../account/MagicLinkPage'), 'MagicLinkPage');

/** The app's routes, from its domains; every page but the public ones asks for a session first and comes back after. */
export function createShellRouter({ audience, basepath, domains, Frame, Pending }: ShellDefinition, options: Pick<RouterOptions<AnyRoute, 'never'>, 'history' | 'isServer' | 'scrollRestoration'> = {}) {
  const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage });
  const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: () => <Inside audience={audience} Pending={Pending}><Frame><Outlet /></Frame></Inside> });
  const bare = createRoute({ getParentRoute: () => root, id: 'bare', component: () => <Inside audience={audience} Pending={Pending}><Outlet /></Inside> });
  const signIn = createRoute({ getParentRoute: () => root, path: '/connexion', component: Object.assign(() => <SignIn audience={audience} />, { preload: SignInPage.preload }) });
  const link = createRoute({ getParentRoute: () => root, path: '/connexion/lien', component: Object.assign(() => <MagicLink audience={audience} />, { preload: MagicLinkPage.preload }) });

  const under = (parent: AnyRoute, kept: (route: DomainRoute) => boolean): AnyRoute[] =>
    domains.flatMap((domain) =>
      domain.routes.filter(kept).map((route) => createRoute({ getParentRoute: () => parent, path: route.path, component: pageOf(domain, route) }) as AnyRoute),
    );
  const missing = createRoute({ getParentRoute: () => framed, path: '$', component: MissingPage });

  return createRouter({
    routeTree: root.addChildren([
      signIn,
      link,
      framed.addChildren([...under(framed, (route) => !route.bare && !route.public), missing]),
      bare.addChildren(under(bare, (route) => Boolean(route.bare) && !route.public)),
      ...under(root, (route) => Boolean(route.public)),
    ]),
    basepath,
    defaultPreload: 'intent',
    scrollRestoration: true,
    ...options,
    defaultPendingComponent: () => <Pending />,
    defaultErrorComponent: ({ error, reset }) => <FailurePage error={error} onRetry={() => void fetchMissing().then(reset)} />,
  });
}

export type ShellRouter = ReturnType<typeof createShellRouter>;

/** Whether the page at the router's address is for people who signed in. */
export const needsSession = (router: ShellRouter): boolean => router.getMatchedRoutes(router.latestLocation.pathname)[0].some(({ id }) => id === '/framed' || id === '/bare');

/** Where one signs in, to come back to `here` afterwards. */
export function signInAddress(here: string): string {
  const search = new URLSearchParams(signInSearch(here)).toString();
  return search ? `/connexion?${search}` : '/connexion';
}

/** The route's component, with the code that its link fetches on intent. */
function pageOf(domain: Domain, route: DomainRoute) {
  const { preload } = route.component as { preload?: () => Promise<void> };
  return Object.assign(() => <Page domain={domain} route={route} />, { ...(preload && { preload }) });
}

/** Pages that need a session. */
function Inside({ audience, children, Pending }: { audience: Audience; children: ReactNode; Pending: ComponentType }) {
  const { status, viewer, failure, ended, retry } = useSession();
  const [showsCodes, setShowsCodes] = useState(false);
  const here = useLocation({ select: ({ href }) => href });
  if (status === 'unknown') return <Pending />;
  if (status === 'unreachable') return <UnreachablePage error={failure} onRetry={retry} />;
  if (status === 'anonymous') return <GoToSignIn here={ended === 'left' ? '/' : here} expired={ended === 'expired'} />;
  if (viewer && (viewer.secondFactorMissing || showsCodes)) return <SecondFactorPage audience={audience} viewer={viewer} onCodes={() => setShowsCodes(true)} onDone={() => setShowsCodes(false)} />;
  return children;
}

function GoToSignIn({ here, expired }: { here: string; expired: boolean }) {
  const navigate = useNavigate();
  // The page that asked: by the time the sign-in page shows, `here` is already its own address.
  const [back] = useState(() => signInSearch(here));
  useEffect(() => {
    void navigate({ to: '/connexion', search: { ...back, ...(expired && { fin: 1 }) }, replace: true });
  }, [navigate, back, expired]);
  return null;
}

function useReturn(): () => void {
  const navigate = useNavigate();
  const { retour } = useSearch({ strict: false }) as { retour?: unknown };
  return useCallback(() => void navigate({ href: safeReturn(retour), replace: true }), [navigate, retour]);
}

function SignIn({ audience }: { audience: Audience }) {
  const { status } = useSession();
  const { fin } = useSearch({ strict: false }) as { fin?: unknown };
  const back = useReturn();
  const signedIn = status === 'signed-in';
  useEffect(() => {
    if (signedIn) back();
  }, [signedIn, back]);
  if (signedIn) return null;
  return <SignInPage audience={audience} ended={fin !== undefined} onDone={back} />;
}

function MagicLink({ audience }: { audience: Audience }) {
  const { token } = useSearch({ strict: false }) as { token?: unknown };
  return <MagicLinkPage audience={audience} token={token === undefined ? '' : String(token)} onDone={useReturn()} />;
}

function Page({ domain, route }: { domain: Domain; route: DomainRoute }) {
  const { viewer } = useSession();
  const allowed = useCan(route.permission ?? '') || !route.permission;
  const organisation = viewer?.organisation.name ?? 'Portevoix';
  // Reads the language, so that the title follows it.
  const t = useT(shell);
  const pathname = useLocation({ select: (location) => location.pathname });
  const title = route.title ? i18n.t(route.title, { ns: domain.catalogue.namespace }) : '';
  useEffect(() => {
    document.title = title ? `${title} · ${organisation}` : organisation;
  }, [title, organisation, t, pathname]);
  if (!allowed) return <ForbiddenPage />;
  const Component = route.component;
  return <Component />;
}
