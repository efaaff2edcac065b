import { IconEyeOff } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useUiTexts } from '../shared/texts';
import css from './charts.module.css';

/** Under five people nothing is shown. */
export function SuppressedCell({ children }: { readonly children?: ReactNode }) {
  const texts = useUiTexts();
  return (
    <span className={css.hidden}>
      <IconEyeOff size={14} stroke={1.75} aria-hidden />
      {children ?? texts.suppressed}
    </span>
  );
}

export interface HeatCell {
  readonly value: ReactNode;
  readonly meta?: ReactNode;
  /** 0 to 1: how deep the cell is coloured. */
  readonly strength: number;
}

export interface HeatMatrixProps {
  readonly caption: string;
  readonly columns: readonly { readonly label: ReactNode; readonly meta?: ReactNode }[];
  /** A null cell is suppressed; there are no totals, from which it could be worked out. */
  readonly rows: readonly { readonly label: ReactNode; readonly cells: readonly (HeatCell | null)[] }[];
}

export function HeatMatrix({ caption, columns, rows }: HeatMatrixProps) {
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={css.matrix}>
        <caption className="pv-sr">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column, i) => (
              <th key={i} scope="col">
                {column.label} <small>{column.meta}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, j) => (
                <td key={j}>
                  {cell ? (
                    <div className={css.heat} style={{ '--strength': `${Math.round(4 + 42 * Math.min(1, Math.max(0, cell.strength)))}%` } as CSSProperties}>
                      <b>{cell.value}</b>
                      {cell.meta}
                    </div>
                  ) : (
                    <SuppressedCell />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
