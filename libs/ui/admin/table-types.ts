import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  /** `end` for figures and dates. */
  readonly align?: 'start' | 'end';
  /** The cell that names the row, bold enough to scan; the first column by default. */
  readonly rowHeader?: boolean;
  /** Drawn in the second ink. */
  readonly quiet?: boolean;
  /** Sentences: on a phone they stand under their name, as text. */
  readonly prose?: boolean;
  /** CSS width. */
  readonly width?: string;
  /** What the cell says, without its dress: for sorting and exporting. An instant or a day in ISO 8601. A column without it is neither. */
  readonly value?: (row: Row) => string | number | null | undefined;
  /** May be put away by the reader; needs a `value`. True by default, but for the column that names the row. */
  readonly hideable?: boolean;
}

/** One thing to do with a row, in its « … » menu. */
export interface TableAction {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly onSelect: () => void;
  readonly danger?: boolean;
}

/** Which columns are shown, chosen by the reader. */
export interface TableColumnChoice {
  readonly columns: readonly { readonly id: string; readonly label: string; readonly shown: boolean }[];
  readonly onToggle: (id: string) => void;
}

/** Exports exactly the lines that the filters show. */
export interface TableExport {
  /** How many lines there will be; unknown while some are not read. */
  readonly count: number | null;
  readonly onExport: () => void;
  /** Lines read so far, while the rest is being read. */
  readonly reading: number | null;
  readonly onStop: () => void;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}

export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** « 3 sélectionnées ». */
  readonly countLabel: (count: number) => string;
  /** Buttons of the bulk bar. */
  readonly actions: ReactNode;
  /** « Choisir les 27 »: more than the page shows. */
  readonly selectEverything?: { readonly label: string; readonly onSelect: () => void };
}

export interface TablePage {
  /** 0 for the first page. */
  readonly index: number;
  readonly size: number;
  readonly total: number;
  readonly onChange: (index: number) => void;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Name of a row for the screen reader: the selection box says it. */
  readonly rowLabel: (row: Row) => string;
  /** The row was just removed: struck until the undo is over. */
  readonly rowGone?: (row: Row) => boolean;
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  readonly search?: { readonly value: string; readonly onChange: (value: string) => void; readonly placeholder: string };
  /** Chips and menus after the search field. */
  readonly filters?: ReactNode;
  readonly aside?: ReactNode;
  readonly selection?: TableSelection;
  readonly page?: TablePage;
  readonly state?: 'ready' | 'loading' | 'error';
  readonly empty?: ReactNode;
  readonly error?: ReactNode;
  readonly rowActions?: (row: Row) => readonly TableAction[];
  readonly exporting?: TableExport;
  readonly columnChoice?: TableColumnChoice;
  /** Under 50em (800 px): each row becomes a block (default), or the table scrolls inside itself. */
  readonly narrow?: 'stack' | 'scroll';
}
