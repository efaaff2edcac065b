import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useUi } from '../shared/texts';
import css from './charts.module.css';

/** A share with its 95 % interval (Wilson), all 0 to 1; or the sentence that says there are not enough people. */
export type IntervalValue = { readonly share: number; readonly low: number; readonly high: number } | { readonly short: ReactNode };

export interface IntervalDotsProps {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: ReactNode; readonly meta?: ReactNode; readonly values: readonly IntervalValue[] }[];
  readonly label: string;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Dots on their interval: when two bars overlap there is no winner. */
export function IntervalDots({ columns, rows, label }: IntervalDotsProps) {
  const { language } = useUi();
  const percent = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 });
  const bare = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 0 });
  return (
    <div className={css.dots} role="img" aria-label={label} style={{ gridTemplateColumns: `minmax(9rem, 14rem) repeat(${columns.length}, minmax(0, 1fr))` }}>
      <span />
      {columns.map((column) => (
        <span key={column} className={css.dotsHead}>
          {column}
        </span>
      ))}
      {rows.map((row, i) => (
        <Fragment key={i}>
          <div className={css.dotsName}>
            <b>{row.label}</b>
            {row.meta ? <small>{row.meta}</small> : null}
          </div>
          {row.values.map((value, j) =>
            'short' in value ? (
              <div key={j} className={css.dotsCell}>
                <span className={css.columnName}>{columns[j]}</span>
                <div className={css.short}>{value.short}</div>
              </div>
            ) : (
              <div key={j} className={css.dotsCell}>
                <span className={css.columnName}>{columns[j]}</span>
                <div className={css.plot}>
                <i style={{ insetInlineStart: `${value.low * 100}%`, width: `${(value.high - value.low) * 100}%` }} />
                <b style={{ insetInlineStart: `${value.share * 100}%` }} />
                <span style={{ insetInlineStart: `${value.share * 100}%` }}>{percent.format(value.share)}</span>
                <small style={{ insetInlineEnd: `calc(${(1 - value.low) * 100}% + 0.5rem)` }}>{bare.format(value.low * 100)}</small>
                <small style={{ insetInlineStart: `calc(${value.high * 100}% + 0.5rem)` }}>{bare.format(value.high * 100)}</small>
                </div>
              </div>
            ),
          )}
        </Fragment>
      ))}
      <span />
      {columns.map((column) => (
        <span key={column} className={css.axis}>
          {TICKS.map((tick) => (
            <span key={tick}>{tick === 1 ? percent.format(tick) : bare.format(tick * 100)}</span>
          ))}
        </span>
      ))}
    </div>
  );
}
