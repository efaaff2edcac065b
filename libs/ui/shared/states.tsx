import { ActionIcon, Button, CopyButton, Skeleton } from '@mantine/core';
import { IconCheck, IconCopy, IconPlugX, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconTile } from './bits';
import css from './states.module.css';
import { fill, useUiTexts } from './texts';

export interface EmptyStateProps {
  /** What the page will hold, drawn small; marked « Exemple » and hidden from screen readers. */
  readonly example?: ReactNode;
  readonly title: ReactNode;
  /** One sentence: why it is empty, or what it is good for. */
  readonly reason: ReactNode;
  readonly action?: ReactNode;
  readonly link?: ReactNode;
}

export function EmptyState({ example, title, reason, action, link }: EmptyStateProps) {
  const texts = useUiTexts();
  return (
    <div className={css.empty}>
      {example ? (
        <div className={css.example} aria-hidden inert>
          {example}
          <span className={css.exampleMark}>{texts.example}</span>
        </div>
      ) : null}
      <h2 className={css.emptyTitle}>{title}</h2>
      <p className={css.emptyReason}>{reason}</p>
      {action}
      {link ? <div className={css.emptyLink}>{link}</div> : null}
    </div>
  );
}

export interface ErrorStateProps {
  readonly title: ReactNode;
  readonly happened: ReactNode;
  readonly safe: ReactNode;
  readonly todo: ReactNode;
  /** To give to support; copied by its button. */
  readonly code?: string;
  readonly onRetry?: () => void;
  readonly retrying?: boolean;
  readonly actions?: ReactNode;
  readonly icon?: ReactNode;
}

/** What happened, what is safe, what you can do. */
export function ErrorState({ title, happened, safe, todo, code, onRetry, retrying = false, actions, icon }: ErrorStateProps) {
  const texts = useUiTexts();
  return (
    <div className={css.error} role="alert">
      <IconTile tone="danger" size="lg">
        {icon ?? <IconPlugX size={20} stroke={1.75} />}
      </IconTile>
      <div className={css.errorBody}>
        <h2 className={css.errorTitle}>{title}</h2>
        <dl className={css.errorColumns}>
          <div>
            <dt>{texts.happened}</dt>
            <dd>{happened}</dd>
          </div>
          <div>
            <dt>{texts.safe}</dt>
            <dd>{safe}</dd>
          </div>
          <div>
            <dt>{texts.todo}</dt>
            <dd>{todo}</dd>
          </div>
        </dl>
        <div className={css.errorFoot}>
          {actions}
          {onRetry ? (
            <Button variant="default" onClick={onRetry} loading={retrying} leftSection={<IconRefresh size={16} aria-hidden />}>
              {texts.retry}
            </Button>
          ) : null}
          {code ? <CopyableCode code={code} /> : null}
        </div>
      </div>
    </div>
  );
}

function CopyableCode({ code }: { readonly code: string }) {
  const texts = useUiTexts();
  return (
    <span className={css.code}>
      {fill(texts.code, { code })}
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <ActionIcon size="xs" onClick={copy} aria-label={copied ? texts.copied : texts.copy}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}

interface LoadingProps {
  readonly children: ReactNode;
}
function Loading({ children }: LoadingProps) {
  const texts = useUiTexts();
  return (
    <div role="status" aria-busy="true">
      <span className="pv-sr">{texts.loading}</span>
      <div aria-hidden>{children}</div>
    </div>
  );
}

const times = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Rows of a queue or of a list being loaded. */
export function SkeletonRows({ rows = 4 }: { readonly rows?: number }) {
  return (
    <Loading>
      {times(rows).map((i) => (
        <div key={i} className={css.skeletonRow}>
          <Skeleton width={32} height={32} />
          <div>
            <Skeleton height={11} width={`${86 - (i % 3) * 14}%`} />
            <Skeleton height={11} width={`${48 - (i % 2) * 10}%`} />
          </div>
        </div>
      ))}
    </Loading>
  );
}

/** Gauge cards or key figures being loaded. */
export function SkeletonFigures({ count = 3 }: { readonly count?: number }) {
  return (
    <Loading>
      <div style={{ display: 'grid', gap: 'var(--gap)', gridTemplateColumns: 'repeat(auto-fit, minmax(min(12rem, 100%), 1fr))' }}>
        {times(count).map((i) => (
          <div key={i} style={{ background: 'var(--surface)', borderRadius: 'var(--radius-md)', boxShadow: 'var(--shadow-1)', padding: '1.25rem 1.5rem', display: 'grid', gap: '0.75rem' }}>
            <Skeleton height={14} width="55%" />
            <Skeleton height={32} width="40%" />
            <Skeleton height={8} />
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** Lines of a table being loaded, 44 px each. */
export function SkeletonTable({ rows = 6, columns = 4 }: { readonly rows?: number; readonly columns?: number }) {
  return (
    <Loading>
      {times(rows).map((row) => (
        <div key={row} style={{ display: 'grid', gridTemplateColumns: `2fr repeat(${columns - 1}, 1fr)`, gap: '1rem', alignItems: 'center', height: 'var(--row)', borderBottom: '1px solid var(--line)', paddingInline: '1rem' }}>
          {times(columns).map((column) => (
            <Skeleton key={column} height={11} width={`${80 - ((row + column) % 3) * 15}%`} />
          ))}
        </div>
      ))}
    </Loading>
  );
}

/** A chart being loaded. */
export function SkeletonChart({ height = 200 }: { readonly height?: number }) {
  return (
    <Loading>
      <div style={{ display: 'flex', alignItems: 'flex-end', gap: '0.75rem', height }}>
        {[55, 80, 40, 95, 70, 60, 85].map((h, i) => (
          <Skeleton key={i} height={`${h}%`} />
        ))}
      </div>
    </Loading>
  );
}
