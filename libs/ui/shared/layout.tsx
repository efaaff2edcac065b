import { IconChevronRight } from '@tabler/icons-react';
import { createContext, useCallback, useContext, useId, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import css from './layout.module.css';
import { UiLink } from './link';

export interface Crumb {
  readonly label: ReactNode;
  readonly href?: string;
}

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Short line over the title when there are no crumbs: a date. */
  readonly eyebrow?: ReactNode;
  /** A pill beside the crumbs: the state of what the page shows. */
  readonly status?: ReactNode;
  /** Buttons, at most one of them filled. */
  readonly actions?: ReactNode;
}

export function PageTitle({ children }: { readonly children: ReactNode }) {
  return <h1 className={css.title}>{children}</h1>;
}

interface Under {
  readonly content: ReactNode;
  /** A header takes the content under itself; returns how it lets go. */
  readonly claim: () => () => void;
}
const UnderHeader = createContext<Under | null>(null);

/** Gives the page's header something to carry under its title, the tabs of a section; it stands above a page that has no header yet. */
export function UnderPageHeader({ content, children }: { readonly content: ReactNode; readonly children: ReactNode }) {
  const [headers, setHeaders] = useState(0);
  const claim = useCallback(() => {
    setHeaders((count) => count + 1);
    return () => setHeaders((count) => count - 1);
  }, []);
  return (
    <UnderHeader value={content ? { content, claim } : null}>
      {headers > 0 ? null : content}
      {children}
    </UnderHeader>
  );
}

function HeaderFoot() {
  const under = useContext(UnderHeader);
  const claim = under?.claim;
  useLayoutEffect(() => claim?.(), [claim]);
  return under?.content ?? null;
}

/** Top of a page: where we are, the one h1, what one can do here. */
export function PageHeader(props: PageHeaderProps) {
  return (
    <>
      <Heading {...props} />
      <HeaderFoot />
    </>
  );
}

function Heading({ title, subtitle, crumbs = [], eyebrow, status, actions }: PageHeaderProps) {
  return (
    <header className={css.header}>
      <div className={css.heading}>
        {crumbs.length > 0 || status ? (
          <ol className={css.crumbs}>
            {crumbs.map((crumb, i) => (
              <li key={i}>
                {i > 0 ? <IconChevronRight size={12} aria-hidden /> : null}
                {crumb.href ? <UiLink href={crumb.href}>{crumb.label}</UiLink> : <span>{crumb.label}</span>}
              </li>
            ))}
            {status ? <li style={{ marginInlineStart: crumbs.length ? '0.5rem' : 0 }}>{status}</li> : null}
          </ol>
        ) : null}
        {eyebrow ? <p className={css.eyebrow}>{eyebrow}</p> : null}
        <PageTitle>{title}</PageTitle>
        {subtitle ? <p className={css.subtitle}>{subtitle}</p> : null}
      </div>
      {actions ? <div className={css.actions}>{actions}</div> : null}
    </header>
  );
}

export interface CardProps {
  readonly children?: ReactNode;
  readonly title?: ReactNode;
  readonly titleSize?: 'normal' | 'small';
  /** Right of the title: a truth label, a link, a pill. */
  readonly aside?: ReactNode;
  /** none for tables, dense for side columns. */
  readonly padding?: 'normal' | 'dense' | 'none';
  readonly className?: string;
  readonly 'aria-label'?: string;
}

/** Surface without border; a section named by its title when it has one. */
export function Card({ children, title, titleSize = 'normal', aside, padding = 'normal', className, ...rest }: CardProps) {
  const id = useId();
  return (
    <section className={className ? `${css.card} ${className}` : css.card} data-padding={padding} aria-labelledby={title ? id : undefined} {...rest}>
      {title || aside ? (
        <div className={css.cardHead}>
          <h2 id={id} className={css.cardTitle} data-size={titleSize}>
            {title}
          </h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

export interface SectionProps {
  readonly children: ReactNode;
  readonly title: ReactNode;
  readonly aside?: ReactNode;
}

/** Titled group of cards. */
export function Section({ children, title, aside }: SectionProps) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <h2 id={id} className={css.cardTitle}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Columns that become one under 50em (800 px): main and side (wide or narrow), halves or thirds. */
export function Columns({ children, layout = 'side' }: { readonly children: ReactNode; readonly layout?: 'side' | 'narrow' | 'even' | 'thirds' }) {
  return (
    <div className={css.columns} data-side={layout}>
      {children}
    </div>
  );
}

/** Vertical stack with the gap of the cards. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={css.section}>{children}</div>;
}
