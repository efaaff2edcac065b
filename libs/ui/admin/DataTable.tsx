import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort, IconChevronLeft, IconChevronRight, IconDots, IconX } from '@tabler/icons-react';
import { SkeletonTable } from '../shared/states';
import { fill, useUi, useUiTexts } from '../shared/texts';
import { TableToolbar } from './TableToolbar';
import css from './table.module.css';
import type { DataTableProps, TableAction, TableColumn, TablePage, TableSelection, TableSort } from './table-types';

function SortHeader<Row>({ column, sort, onSort }: { readonly column: TableColumn<Row>; readonly sort?: TableSort | null; readonly onSort: (sort: TableSort) => void }) {
  const active = sort?.column === column.id;
  const Icon = !active ? IconArrowsSort : sort.direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <button type="button" className={css.sort} onClick={() => onSort({ column: column.id, direction: active && sort.direction === 'asc' ? 'desc' : 'asc' })}>
      {column.header}
      <Icon size={13} aria-hidden />
    </button>
  );
}

function BulkBar({ selection }: { readonly selection: TableSelection }) {
  const texts = useUiTexts();
  const { selected, onChange, countLabel, actions, selectEverything } = selection;
  if (selected.size === 0) return null;
  return (
    <div className={css.bulk} role="region" aria-label={countLabel(selected.size)}>
      <span className={css.bulkCount} role="status">
        {countLabel(selected.size)}
      </span>
      {selectEverything ? (
        <button type="button" data-plain onClick={selectEverything.onSelect}>
          {selectEverything.label}
        </button>
      ) : null}
      {actions}
      <ActionIcon onClick={() => onChange(new Set())} aria-label={texts.clearSelection}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

function Pager({ page }: { readonly page: TablePage }) {
  const { texts, number } = useUi();
  const last = Math.max(0, Math.ceil(page.total / page.size) - 1);
  const range = { from: number.format(Math.min(page.total, page.index * page.size + 1)), to: number.format(Math.min(page.total, (page.index + 1) * page.size)), total: number.format(page.total) };
  return (
    <div className={css.foot}>
      <span role="status">{fill(texts.pageRange, range)}</span>
      <span>
        <ActionIcon disabled={page.index <= 0} onClick={() => page.onChange(page.index - 1)} aria-label={texts.previousPage}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon disabled={page.index >= last} onClick={() => page.onChange(page.index + 1)} aria-label={texts.nextPage}>
          <IconChevronRight size={16} />
        </ActionIcon>
      </span>
    </div>
  );
}

/** What can be done with a row, behind one button. */
function RowMenu({ row, actions }: { readonly row: string; readonly actions: readonly TableAction[] }) {
  const texts = useUiTexts();
  if (!actions.length) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="md" aria-label={fill(texts.rowActions, { row })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, icon, onSelect, danger }) => (
          <Menu.Item key={label} leftSection={icon} onClick={onSelect} {...(danger && { color: 'danger' })}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Rows<Row>({ columns, rows, rowId, rowLabel, rowGone, rowActions, selection }: DataTableProps<Row>) {
  const texts = useUiTexts();
  const named = columns.find((c) => c.rowHeader) ?? columns[0];
  const toggle = (id: string) => {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (!next.delete(id)) next.add(id);
    selection.onChange(next);
  };
  return (
    <tbody role="rowgroup">
      {rows.map((row) => {
        const id = rowId(row);
        const selected = selection?.selected.has(id) ?? false;
        return (
          <tr key={id} role="row" data-selected={selected || undefined} data-selectable={selection ? true : undefined} data-gone={rowGone?.(row) || undefined}>
            {selection ? (
              <td role="cell" className={css.check}>
                <Checkbox checked={selected} onChange={() => toggle(id)} aria-label={fill(texts.selectRow, { row: rowLabel(row) })} />
              </td>
            ) : null}
            {columns.map((column) =>
              column === named ? (
                <th key={column.id} role="rowheader" scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} role="cell" data-label={column.header || undefined} data-align={column.align} data-quiet={column.quiet || undefined} data-prose={column.prose || undefined}>
                  {column.cell(row)}
                </td>
              ),
            )}
            {rowActions ? (
              <td role="cell" className={css.menu}>
                <RowMenu row={rowLabel(row)} actions={rowActions(row)} />
              </td>
            ) : null}
          </tr>
        );
      })}
    </tbody>
  );
}

/** Table of things: searched, sorted, selected and paged by the app, which keeps this state in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, sort, onSort, selection, page, state = 'ready', empty, error, narrow = 'stack' } = props;
  const texts = useUiTexts();
  const ids = rows.map(rowId);
  const chosen = selection ? ids.filter((id) => selection.selected.has(id)).length : 0;
  const toggleAll = () => selection?.onChange(chosen === ids.length ? new Set([...selection.selected].filter((id) => !ids.includes(id))) : new Set([...selection.selected, ...ids]));
  const ariaSort = (id: string) => (sort?.column !== id ? undefined : sort.direction === 'asc' ? 'ascending' : 'descending');
  return (
    <div>
      <TableToolbar {...props} />
      <div className={css.frame} aria-busy={state === 'loading' || undefined}>
        {state === 'loading' ? <SkeletonTable rows={Math.min(page?.size ?? 8, 10)} columns={columns.length} /> : null}
        {state === 'error' ? <div className={css.slot}>{error}</div> : null}
        {state === 'ready' && rows.length === 0 ? <div className={css.slot}>{empty}</div> : null}
        {state === 'ready' && rows.length > 0 ? (
          <>
            <div className={css.scroll} role="group" aria-label={caption} tabIndex={0}>
              <table className={css.table} role="table" data-stack={narrow === 'stack' || undefined}>
                <caption className="pv-sr">{caption}</caption>
                <thead role="rowgroup">
                  <tr role="row">
                    {selection ? (
                      <th className={css.check} scope="col" role="columnheader">
                        <Checkbox checked={chosen === ids.length} indeterminate={chosen > 0 && chosen < ids.length} onChange={toggleAll} aria-label={texts.selectAll} />
                      </th>
                    ) : null}
                    {columns.map((column) => (
                      <th key={column.id} scope="col" role="columnheader" aria-sort={ariaSort(column.id)} data-align={column.align} style={{ width: column.width }}>
                        {column.sortable && onSort ? <SortHeader column={column} sort={sort} onSort={onSort} /> : column.header || <span className="pv-sr">{texts.actions}</span>}
                      </th>
                    ))}
                    {props.rowActions ? (
                      <th className={css.menu} scope="col" role="columnheader">
                        <span className="pv-sr">{texts.actions}</span>
                      </th>
                    ) : null}
                  </tr>
                </thead>
                <Rows {...props} />
              </table>
            </div>
            {page ? <Pager page={page} /> : null}
          </>
        ) : null}
      </div>
      {selection ? <BulkBar selection={selection} /> : null}
    </div>
  );
}
