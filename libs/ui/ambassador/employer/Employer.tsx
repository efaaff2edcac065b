import { IconEyeOff, IconHandStop, IconLock, IconUsers, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Pill } from '../../shared/bits';
import base from '../base/base.module.css';
import { AmbassadorCard } from '../base/pieces';
import type from '../base/type.module.css';
import css from './employer.module.css';

export interface KnownColumn {
  readonly title: string;
  /** Who knows: « vous », « n ≥ 5 ». */
  readonly pill: string;
  readonly items: readonly ReactNode[];
}

/** What only I know, beside what a group shows from five people on. */
export const EmployerColumns = ({ mine, group }: { mine: KnownColumn; group: KnownColumn }) => (
  <div className={css.cols}>
    {([[mine, 'good', IconLock], [group, 'info', IconUsers]] as const).map(([column, tone, Icon]) => (
      <section key={tone} className={css.col}>
        <div className={css.colHead}><span className={base.tile} data-tone={tone} aria-hidden><Icon size={20} stroke={1.8} /></span><Pill tone={tone}>{column.pill}</Pill></div>
        <h2>{column.title}</h2>
        <ul>{column.items.map((item, i) => <li key={i}>{item}</li>)}</ul>
      </section>
    ))}
  </div>
);

export const NeverCollected = ({ title, items }: { title: string; items: readonly ReactNode[] }) => (
  <section className={css.never}>
    <h2><IconHandStop size={20} stroke={1.8} aria-hidden />{title}</h2>
    <ul>{items.map((item, i) => <li key={i}><IconX size={16} aria-hidden />{item}</li>)}</ul>
  </section>
);

export interface PilotRow {
  readonly id: string;
  readonly name: string;
  readonly size: string;
  /** Formatted figures in the order of the columns; null when the group is too small to be shown. */
  readonly values: readonly string[] | null;
}

export interface PilotViewProps {
  readonly caption: string;
  /** First column, then one per figure. */
  readonly columns: readonly string[];
  readonly rows: readonly PilotRow[];
  /** « Effectif trop faible » */
  readonly tooSmall: string;
}

/** The very table a pilot sees, with the groups it hides. */
export const PilotView = ({ caption, columns, rows, tooSmall }: PilotViewProps) => (
  <AmbassadorCard>
    <div className={css.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={css.table}>
        <caption className="pv-sr">{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row"><span className={type.label}>{row.name}</span><span className={type.cap}>{row.size}</span></th>
              {row.values ? row.values.map((value, i) => <td key={i}>{value}</td>) : <td colSpan={columns.length - 1}><Pill icon={<IconEyeOff size={14} aria-hidden />}>{tooSmall}</Pill></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </AmbassadorCard>
);
