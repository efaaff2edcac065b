import { Link, useRouter } from '@tanstack/react-router';
import type { UiLinkProps } from '@portevoix/ui';

/** Only to read a path with: where the server draws a page there is no address bar. */
const ANYWHERE = 'http://portevoix.invalid';

/** The router's link in the shape that the components of libs/ui ask for: paths of the app, other addresses as they are. */
export function AppLink({ href, ...props }: UiLinkProps) {
  const router = useRouter();
  if (!href.startsWith('/') || href.startsWith('//') || props.target === '_blank') return <a href={href} {...props} />;
  const { pathname, search, hash } = new URL(href, ANYWHERE);
  return <Link to={pathname} search={router.options.parseSearch(search)} hash={hash.slice(1)} activeOptions={{ exact: true }} activeProps={{}} {...props} />;
}
