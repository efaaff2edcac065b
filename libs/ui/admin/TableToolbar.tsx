import { Button, Menu, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconColumns3, IconDownload, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Key } from '../shared/bits';
import { fill, useUi, useUiTexts } from '../shared/texts';
import css from './table.module.css';
import type { DataTableProps, TableColumnChoice, TableExport } from './table-types';

/** Pause in the typing after which the search is asked. */
const SEARCH_PAUSE_MS = 250;

/** What is typed stays in the field at once; the list follows when the typing pauses. */
function SearchField({ value, onChange, placeholder }: NonNullable<DataTableProps<unknown>['search']>) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const asked = useRef(value);
  const latest = useRef(onChange);
  useHotkeys([['/', () => field.current?.focus()]]);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    // The address changed by itself: filters cleared, a step back.
    if (value !== asked.current) {
      asked.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = typed;
      latest.current(typed);
    }, SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      ref={field}
      className={css.search}
      type="search"
      aria-label={placeholder}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={<Key>/</Key>}
      rightSectionPointerEvents="none"
    />
  );
}

function ColumnMenu({ columns, onToggle }: TableColumnChoice) {
  const texts = useUiTexts();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" size="sm" leftSection={<IconColumns3 size={16} aria-hidden />}>
          {texts.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, label, shown }) => (
          <Menu.CheckboxItem key={id} checked={shown} onChange={() => onToggle(id)} closeMenuOnClick={false}>
            {label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ExportButton({ count, onExport, reading, onStop }: TableExport) {
  const { texts, number } = useUi();
  if (reading !== null)
    return (
      <>
        <span role="status">{fill(texts.readingLines, { n: number.format(reading) })}</span>
        <Button variant="default" size="sm" onClick={onStop}>
          {texts.stop}
        </Button>
      </>
    );
  const label = count === null ? texts.export : count === 1 ? texts.exportLine : fill(texts.exportLines, { n: number.format(count) });
  return (
    <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />} onClick={onExport}>
      {label}
    </Button>
  );
}

/** Over a table: search, filters, columns, export. */
export function TableToolbar<Row>({ search, filters, aside, exporting, columnChoice }: Pick<DataTableProps<Row>, 'search' | 'filters' | 'aside' | 'exporting' | 'columnChoice'>) {
  if (!search && !filters && !aside && !exporting && !columnChoice) return null;
  return (
    <div className={css.bar}>
      {search ? <SearchField {...search} /> : null}
      {filters}
      <div className={css.aside}>
        {aside}
        {columnChoice ? <ColumnMenu {...columnChoice} /> : null}
        {exporting && exporting.count !== 0 ? <ExportButton {...exporting} /> : null}
      </div>
    </div>
  );
}
