import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useUi } from '../shared/texts';
import type { ChartHue } from './figures';
import css from './charts.module.css';
import { SuppressedCell } from './matrix';

export interface NetworkBar {
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly measured: number;
  readonly declared: number;
  /** Shown apart, never added to the shares. */
  readonly intended: number;
}

export interface NetworkBarsProps {
  readonly rows: readonly NetworkBar[];
  /** Words of the key with their totals: « Vérifiés, 176 ». */
  readonly legend: { readonly measured: ReactNode; readonly declared: ReactNode; readonly intended: ReactNode };
  readonly label: string;
  readonly hue?: ChartHue;
}

/** Shares by network: plain is measured, hatched is declared, dashed is only an intention. */
export function NetworkBars({ rows, legend, label, hue = 2 }: NetworkBarsProps) {
  const { number } = useUi();
  const max = Math.max(1, ...rows.map((r) => r.measured + r.declared + r.intended));
  // Room is kept at the end of the line for the figures.
  const width = (value: number) => `calc((100% - 6rem) * ${value / max})`;
  return (
    <div style={{ '--mark': `var(--chart-${hue})` } as CSSProperties}>
      <div className={css.bars} role="img" aria-label={label}>
        {rows.map((row, i) => (
          <Fragment key={i}>
            <span className={css.barLabel}>
              {row.icon}
              {row.label}
            </span>
            <span className={css.barLine}>
              {row.measured > 0 ? <i className={css.plain} style={{ width: width(row.measured) }} /> : null}
              {row.declared > 0 ? <i className={css.hatch} style={{ width: width(row.declared) }} /> : null}
              {row.intended > 0 ? <i className={css.dashed} style={{ width: width(row.intended) }} /> : null}
              <span className={css.barValue}>
                <b>{number.format(row.measured + row.declared)}</b>
                {row.intended > 0 ? ` + ${number.format(row.intended)}` : ''}
              </span>
            </span>
          </Fragment>
        ))}
      </div>
      <ul className={css.legend}>
        <li>
          <i className={css.plain} /> {legend.measured}
        </li>
        <li>
          <i className={css.hatch} /> {legend.declared}
        </li>
        <li>
          <i className={css.dashed} /> {legend.intended}
        </li>
      </ul>
    </div>
  );
}

export interface WaterfallStep {
  readonly label: ReactNode;
  /** Positive: the total, what is taken away, what is left. */
  readonly value: number;
  readonly kind: 'total' | 'loss' | 'result';
}

/** From the raw clicks to the valid ones, loss by loss. */
export function ClickWaterfall({ steps, label }: { readonly steps: readonly WaterfallStep[]; readonly label: string }) {
  const { number } = useUi();
  const total = Math.max(1, ...steps.filter((s) => s.kind === 'total').map((s) => s.value));
  let left = total;
  const drawn = steps.map((step) => {
    const from = step.kind === 'loss' ? left - step.value : 0;
    const to = step.kind === 'loss' ? left : step.value;
    left = step.kind === 'loss' ? from : step.value;
    return { ...step, from, to };
  });
  return (
    <div className={css.fall} role="img" aria-label={label}>
      {drawn.map((step, i) => {
        const next = drawn[i + 1];
        const edge = step.kind === 'loss' ? step.from : step.to;
        return (
          <div key={i} className={css.fallRow} data-kind={step.kind}>
            <span className={css.fallLabel}>{step.label}</span>
            <span className={css.fallArea}>
              <i style={{ insetInlineStart: `${(step.from / total) * 100}%`, width: `${((step.to - step.from) / total) * 100}%` }} />
              {next ? <u style={{ insetInlineStart: `${(edge / total) * 100}%` }} /> : null}
            </span>
            <span className={css.fallValue}>{step.kind === 'loss' ? `−\u00a0${number.format(step.value)}` : number.format(step.value)}</span>
          </div>
        );
      })}
    </div>
  );
}

export interface StarRowProps {
  readonly label: ReactNode;
  /** Mean, 0 to 5; null when too few people answered. */
  readonly value: number | null;
  /** « 23 réponses ». */
  readonly count?: ReactNode;
}

/** Mean of a pulse in five stars, with the figure. */
export function StarRow({ label, value, count }: StarRowProps) {
  const { number } = useUi();
  return (
    <div className={css.stars}>
      <span className={css.starsLabel}>{label}</span>
      {value === null ? (
        <span style={{ width: '6rem' }}>
          <SuppressedCell />
        </span>
      ) : (
        <>
          <span className={css.starsIcons} aria-hidden>
            {[1, 2, 3, 4, 5].map((n) => (n <= Math.round(value) ? <IconStarFilled key={n} size={16} /> : <IconStar key={n} size={16} stroke={1.5} />))}
          </span>
          <span className={css.starsValue}>{number.format(Math.round(value * 10) / 10)}</span>
        </>
      )}
      {count ? <span className={css.starsCount}>{count}</span> : null}
    </div>
  );
}

/** How many people gave each answer; `display` replaces the plain count. */
export function Distribution({ rows, hue = 2 }: { readonly rows: readonly { readonly label: ReactNode; readonly count: number; readonly display?: ReactNode }[]; readonly hue?: ChartHue }) {
  const { number } = useUi();
  const max = Math.max(1, ...rows.map((r) => r.count));
  return (
    <dl className={css.dist}>
      {rows.map((row, i) => (
        <Fragment key={i}>
          <dt>{row.label}</dt>
          <dd style={{ textAlign: 'start' }} aria-hidden>
            {row.count > 0 ? <div className={css.distBar} style={{ width: `${(row.count / max) * 100}%`, background: `var(--chart-${hue})` }} /> : null}
          </dd>
          <dd>{row.display ?? number.format(row.count)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
