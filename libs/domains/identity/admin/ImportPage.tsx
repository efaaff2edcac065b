import { Button, Checkbox, FileButton, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ImportPeopleMutation } from '@portevoix/graphql';
import { IMPORT_LIMITS } from '@portevoix/identity/shared';
import { Card, Columns, EmptyState, Notice, PageHeader, Stack } from '@portevoix/ui';
import { ApiError, Failure, fieldText, request, useT } from '@portevoix/web';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DirectoryFile } from './DirectoryFile';
import { ImportReport } from './ImportReport';
import { ImportPeopleDocument } from './settings.graphql';
import { texts } from './texts';

interface Chosen {
  name: string;
  csv: string;
}
export type Report = ImportPeopleMutation['importPeople'];

/** People from a file: first what it would do, line by line, then the import itself. */
export function ImportPage() {
  const t = useT(texts);
  const client = useQueryClient();
  const [file, setFile] = useState<Chosen>();
  const [addGroups, setAddGroups] = useState(false);
  const run = useMutation({ mutationFn: (input: { csv: string; addGroups: boolean; dryRun: boolean }) => request(ImportPeopleDocument, { input }).then(({ importPeople }) => importPeople) });
  const look = (csv: string, groups: boolean) => run.mutate({ csv, addGroups: groups, dryRun: true });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const csv = await chosen.text();
    setFile({ name: chosen.name, csv });
    look(csv, addGroups);
  };
  const write = (csv: string) =>
    run.mutate({ csv, addGroups, dryRun: false }, {
      onSuccess: ({ created, updated }) => {
        for (const key of ['People', 'Groups']) void client.invalidateQueries({ queryKey: [key] });
        notifications.show({ message: t('import.done', { created, updated }) });
      },
    });
  const report = run.data;
  const changes = report ? report.created + report.updated : 0;
  return (
    <>
      <PageHeader title={t('import.title')} subtitle={t('import.subtitle')} crumbs={[{ label: t('people.title'), href: '/reglages/personnes' }, { label: t('import.title') }]} actions={<DirectoryFile />} />
      <Stack>
        <Columns layout="narrow">
          <Card>
            {file ? (
              <Stack>
                <Group justify="space-between">
                  <b>{file.name}</b>
                  <Pick label={t('import.other')} onPick={choose} variant="default" />
                </Group>
                <Checkbox label={t('import.addGroups')} description={t('import.addGroupsHint')} checked={addGroups} onChange={({ currentTarget: { checked } }) => { setAddGroups(checked); look(file.csv, checked); }} />
                <div aria-live="polite">{report ? <ImportReport report={report} /> : null}</div>
                {run.error ? <Refusal error={run.error} /> : null}
                {report?.dryRun && !run.error ? (
                  <Group justify="flex-end">
                    <Button loading={run.isPending} disabled={!changes} onClick={() => write(file.csv)}>{changes ? t('import.submit', { count: changes }) : t('import.nothing')}</Button>
                  </Group>
                ) : null}
              </Stack>
            ) : (
              <EmptyState title={t('import.chooseTitle')} reason={t('import.chooseReason', { lines: IMPORT_LIMITS.lines })} action={<Pick label={t('import.choose')} onPick={choose} />} />
            )}
          </Card>
          <Card title={t('import.columns')} titleSize="small">
            <Stack>
              <p>{t('import.columnsText')}</p>
              <Notice icon={<IconFileSpreadsheet size={18} aria-hidden />}>{t('import.rolesText')}</Notice>
            </Stack>
          </Card>
        </Columns>
      </Stack>
    </>
  );
}

/** What is wrong with the file as a whole is said of the file. */
function Refusal({ error }: { error: unknown }) {
  const problem = error instanceof ApiError ? error.fields.find(({ path }) => path.endsWith('csv')) : undefined;
  return problem ? <Notice tone="danger" live>{fieldText(problem)}</Notice> : <Failure error={error} />;
}

function Pick({ label, variant = 'filled', onPick }: { label: string; variant?: 'filled' | 'default'; onPick: (file: File | null) => unknown }) {
  return (
    <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void onPick(file)}>
      {(props) => <Button {...props} variant={variant} leftSection={<IconUpload size={18} aria-hidden />}>{label}</Button>}
    </FileButton>
  );
}
