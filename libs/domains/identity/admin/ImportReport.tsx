import { Button } from '@mantine/core';
import { Notice, Stack } from '@portevoix/ui';
import { csvName, saveCsv, toCsv, useFormat, useLocale, useT } from '@portevoix/web';
import { IconDownload } from '@tabler/icons-react';
import type { Report } from './ImportPage';
import css from './people.module.css';
import { texts } from './texts';

type Problem = Report['refused'][number]['problems'][number];
/** Refused lines on the page; all of them are in the file. */
const SHOWN = 50;

/** Four counts, then each refused line with its column and the reason. */
export function ImportReport({ report }: { report: Report }) {
  const t = useT(texts);
  const format = useFormat();
  const { dryRun, created, updated, unchanged, refused, ignoredColumns, newGroups } = report;
  const counts = [['created', created], ['updated', updated], ['unchanged', unchanged], ['refused', refused.length]] as const;
  return (
    <Stack>
      <h2 className={css.reportTitle}>{t(dryRun ? 'import.would' : 'import.did')}</h2>
      <dl className={css.counts}>
        {counts.map(([name, count]) => (
          <div key={name} data-refused={(name === 'refused' && count > 0) || undefined}>
            <dt>{t(`import.${name}`)}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {newGroups.length ? <p>{t(dryRun ? 'import.newGroups' : 'import.addedGroups', { names: format.list(newGroups) })}</p> : null}
      {ignoredColumns.length ? <Notice>{t('import.ignored', { names: format.list(ignoredColumns) })}</Notice> : null}
      <RefusedLines refused={refused} />
    </Stack>
  );
}

function RefusedLines({ refused }: Pick<Report, 'refused'>) {
  const t = useT(texts);
  const french = useLocale() === 'fr';
  const sentence = useSentence();
  if (!refused.length) return null;
  const rows = refused.map(({ line, email, problems }) => [line, email, problems.map(sentence).join(' ; ')]);
  const file = () => saveCsv(csvName(t('import.refused')), toCsv([[t('import.line', { line: '' }).trim(), t('import.column.EMAIL'), t('import.refused')], ...rows], french ? ';' : ','));
  return (
    <>
      <ul className={css.refused}>
        {refused.slice(0, SHOWN).map(({ line, email, problems }) => (
          <li key={line}>
            <small>{[t('import.line', { line }), email].filter(Boolean).join(' · ')}</small>
            {problems.map((problem) => <p key={`${problem.column} ${problem.rule}`}>{sentence(problem)}</p>)}
          </li>
        ))}
      </ul>
      {refused.length > SHOWN ? <p>{t('import.more', { count: refused.length - SHOWN })}</p> : null}
      <div>
        <Button variant="default" size="sm" leftSection={<IconDownload size={16} aria-hidden />} onClick={file}>{t('import.report')}</Button>
      </div>
    </>
  );
}

function useSentence() {
  const t = useT(texts);
  return ({ column, rule, value }: Problem) => {
    const said = t(`import.rules.${rule as 'isEmail'}`, { value });
    return column ? t('import.problem', { column: t(`import.column.${column}`), rule: said }) : said;
  };
}
