import { Button } from '@mantine/core';
import type { DirectoryFileQuery } from '@portevoix/graphql';
import { PeopleColumn } from '@portevoix/identity/shared';
import { csvName, Failure, request, saveCsv, toCsv, useLocale, useT } from '@portevoix/web';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { DirectoryFileDocument } from './settings.graphql';
import { texts } from './texts';

type Person = DirectoryFileQuery['people']['edges'][number]['node'];

async function everybody(): Promise<Person[]> {
  const people: Person[] = [];
  let after: string | null | undefined;
  do {
    const page: DirectoryFileQuery['people'] = (await request(DirectoryFileDocument, { after })).people;
    people.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return people;
}

const lineOf = ({ firstName, lastName, email, jobTitle, groups }: Person) => {
  const inKind = (kind: Person['groups'][number]['kind']) => groups.filter((group) => group.kind === kind).map(({ name }) => name).join(' | ');
  return [firstName, lastName, email ?? '', jobTitle ?? '', inKind('DEPARTMENT'), inKind('SITE')];
};

/** The directory in the columns that an import reads: changed in a spreadsheet, it comes back by the same way. */
export function DirectoryFile() {
  const t = useT(texts);
  const french = useLocale() === 'fr';
  const read = useMutation({
    mutationFn: everybody,
    onSuccess: (people) => saveCsv(csvName(t('people.title')), toCsv([Object.values(PeopleColumn).map((column) => t(`import.column.${column}`)), ...people.map(lineOf)], french ? ';' : ',')),
  });
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
        {t('import.download')}
      </Button>
      {read.error ? <Failure error={read.error} /> : null}
    </>
  );
}
