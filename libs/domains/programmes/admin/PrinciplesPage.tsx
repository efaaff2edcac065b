import type { PrinciplesQuery } from '@portevoix/graphql';
import { Card, Columns, ErrorState, PageHeader, Pill, SkeletonRows, Stack, TruthLabel } from '@portevoix/ui';
import { errorText, queryOf, useCan, useFormat, useT } from '@portevoix/web';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CharterEditor } from './CharterEditor';
import { CreateProgramme } from './CreateProgramme';
import css from './programme.module.css';
import { PrinciplesDocument, ProgrammeDocument } from './programme.graphql';
import { StatementEditor } from './StatementEditor';
import { texts } from './texts';
import { useProgrammeTruths } from './truths';

type Count = PrinciplesQuery['statementVersions'][number]['acceptances'];

/** The raison d'être and the charter: the version to come on the left, those published on the right. */
export function PrinciplesPage() {
  const t = useT(texts);
  const programme = useQuery(queryOf(ProgrammeDocument));
  if (programme.error) return <ErrorState title={t('plan.errorTitle')} {...errorText(programme.error)} onRetry={() => void programme.refetch()} />;
  if (programme.isPending) return <SkeletonRows rows={6} />;
  return programme.data.currentProgramme ? <Principles programmeId={programme.data.currentProgramme.id} /> : <CreateProgramme />;
}

function Principles({ programmeId }: { programmeId: string }) {
  const t = useT(texts);
  const canManage = useCan('programme:manage');
  const { data, error, refetch } = useQuery(queryOf(PrinciplesDocument, { programmeId }));
  if (error) return <ErrorState title={t('plan.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={6} />;
  const { statementVersions: statements, charterVersions: charters } = data;
  return (
    <>
      <PageHeader title={t('principles.title')} subtitle={t('principles.subtitle')} />
      <Stack>
        <Columns>
          <Card title={t('principles.statement')}>
            {canManage ? <StatementEditor key={statements[0]?.n ?? 0} programmeId={programmeId} current={statements[0]} /> : <p className={css.statement}>{statements[0]?.text ?? t('principles.none')}</p>}
          </Card>
          <Card title={t('principles.statementVersions')}>
            <Versions versions={statements.map(({ text, ...version }) => ({ ...version, body: <p>{text}</p> }))} />
          </Card>
        </Columns>
        <Columns>
          <Card title={t('principles.charter')}>
            {canManage ? <CharterEditor key={charters[0]?.n ?? 0} programmeId={programmeId} current={charters[0]} /> : <Articles articles={charters[0]?.articles ?? []} />}
          </Card>
          <Card title={t('principles.charterVersions')}>
            <Versions versions={charters.map(({ articles, ...version }) => ({ ...version, body: <p>{articles.map(({ title }) => title).join(' · ')}</p> }))} />
          </Card>
        </Columns>
      </Stack>
    </>
  );
}

function Articles({ articles }: { articles: readonly { title: string; text: string }[] }) {
  return articles.map(({ title, text }) => (
    <div key={title} className={css.article}>
      <b>{title}</b>
      <span>{text}</span>
    </div>
  ));
}

interface Version {
  id: string;
  n: number;
  body: ReactNode;
  changeNote?: string | null;
  createdAt: string;
  author: { displayName: string };
  acceptances?: Count;
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useProgrammeTruths();
  if (!versions.length) return <p className={css.second}>{t('principles.none')}</p>;
  const isWithheld = versions.some(({ acceptances }) => !acceptances);
  return (
    <>
      <ol className={css.versions}>
        {versions.map(({ id, n, body, changeNote, createdAt, author, acceptances }, index) => (
          <li key={id}>
            <div className={css.versionHead}>
              <b>{t('principles.version', { n })}</b>
              {index === 0 ? <Pill tone="good" icon={<IconCircleCheck size={14} aria-hidden />}>{t('principles.inForce')}</Pill> : null}
              <span className={css.second}>{t('principles.by', { name: author.displayName, date: format.date(createdAt) })}</span>
            </div>
            {index === 0 ? null : body}
            {changeNote ? <p className={css.second}>{changeNote}</p> : null}
            <p className={css.second}>{acceptances ? <>{t('principles.accepted', acceptances)} <TruthLabel {...truth('principle-acceptances')} /></> : t('principles.withheld')}</p>
          </li>
        ))}
      </ol>
      {isWithheld ? <p className={css.second}>{t('principles.withheldHint')}</p> : null}
    </>
  );
}
