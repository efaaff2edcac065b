import { createContext, useContext } from 'react';
import type { AnchorHTMLAttributes, ComponentType, ReactNode } from 'react';

/** What a component asks of a link; the app passes its router's link in this shape. */
export interface UiLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly href: string;
}
export type UiLinkComponent = ComponentType<UiLinkProps>;

const PlainLink: UiLinkComponent = (props) => <a {...props} />;
const Context = createContext<UiLinkComponent>(PlainLink);

/** The link that every component inside uses, so that none of them knows a router. */
export function UiLinkProvider({ link, children }: { link?: UiLinkComponent; children: ReactNode }) {
  const inherited = useContext(Context);
  return <Context.Provider value={link ?? inherited}>{children}</Context.Provider>;
}

/** Link of the app, a plain anchor where none was given. */
export function UiLink(props: UiLinkProps) {
  const Link = useContext(Context);
  return <Link {...props} />;
}
