import { Button, SegmentedControl } from '@mantine/core';
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Card } from '../shared/layout';
import { useUiTexts } from '../shared/texts';
import { TruthLabel } from '../shared/truth';
import type { TruthLabelProps } from '../shared/truth';
import css from './charts.module.css';

/** The whole of what the chart shows; the first cell of each row names it, the others are figures. */
export interface ChartTable {
  readonly caption: string;
  readonly head: readonly ReactNode[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly foot?: readonly ReactNode[];
}

export function FigureTable({ table }: { readonly table: ChartTable }) {
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={table.caption}>
      <table className={css.table}>
        <caption className="pv-sr">{table.caption}</caption>
        <thead>
          <tr>
            {table.head.map((cell, i) => (
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
        {table.foot ? (
          <tfoot>
            <tr>{table.foot.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j}>{cell}</td>))}</tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

export type ChartView = 'chart' | 'table';

export interface ChartCardProps {
  /** The finding, in words that the data bears. */
  readonly title: ReactNode;
  readonly truths: readonly TruthLabelProps[];
  readonly note?: ReactNode;
  readonly chart: ReactNode;
  readonly table?: ChartTable;
  /** Controlled view, so that the address can keep it; otherwise the card keeps it. */
  readonly view?: ChartView;
  readonly onView?: (view: ChartView) => void;
  /** Icons alone on narrow cards; their words stay for screen readers. */
  readonly compact?: boolean;
  /** Exports exactly what is shown. */
  readonly onExport?: (view: ChartView) => void;
  readonly foot?: ReactNode;
}

/** A chart under its finding, or its complete table. */
export function ChartCard({ title, truths, note, chart, table, view, onView, compact = true, onExport, foot }: ChartCardProps) {
  const texts = useUiTexts();
  const [own, setOwn] = useState<ChartView>('chart');
  const shown = view ?? own;
  const option = (value: ChartView, Icon: typeof IconTable, word: string) => ({
    value,
    label: (
      <span title={word}>
        <Icon size={15} stroke={1.75} aria-hidden />
        <span className={compact ? 'pv-sr' : undefined}>{word}</span>
      </span>
    ),
  });
  return (
    <Card>
      <div className={css.head}>
        <div className={css.headText}>
          <h2 className={css.title}>{title}</h2>
          <div className={css.sub}>
            {truths.map((truth, i) => (
              <TruthLabel key={i} {...truth} />
            ))}
            {note ? <span>{note}</span> : null}
          </div>
        </div>
        {table ? (
          <SegmentedControl
            className={css.toggle}
            aria-label={texts.display}
            value={shown}
            onChange={(value) => {
              const next: ChartView = value === 'table' ? 'table' : 'chart';
              setOwn(next);
              onView?.(next);
            }}
            data={[option('chart', IconChartBar, texts.chart), option('table', IconTable, texts.table)]}
          />
        ) : null}
      </div>
      {shown === 'table' && table ? <FigureTable table={table} /> : chart}
      {foot || onExport ? (
        <div className={css.foot}>
          <span>{foot}</span>
          {onExport ? (
            <Button variant="subtle" color="gray" size="sm" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => onExport(shown)}>
              {texts.export}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
