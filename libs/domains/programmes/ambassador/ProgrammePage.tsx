import type { MyProgrammeQuery } from '@portevoix/graphql';
import { ErrorState, SkeletonRows } from '@portevoix/ui';
import { AmbassadorCard, EmptyScene, Principles, SectionTitle, StatementQuote } from '@portevoix/ui/ambassador';
import { errorText, queryOf, useFormat, usePageFrame, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { datesOf } from './MyProgramme';
import { picturesOf } from './pictures';
import css from './programme.module.css';
import { MyAcceptancesDocument, MyProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

type Programme = NonNullable<MyProgrammeQuery['currentProgramme']>;

/** The raison d'être recalled, the charter in full, the stages: what the programme is, for those who are in it. */
export function ProgrammePage() {
  const t = useT(texts);
  usePageFrame({ title: t('nav.programme'), back: { label: t('nav.me'), href: '/moi' } });
  const { data, error, isPending, refetch } = useQuery({ ...queryOf(MyProgrammeDocument), meta: { offline: true } });
  if (error) return <ErrorState title={t('page.errorTitle')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows />;
  const programme = data.currentProgramme;
  if (!programme) return <EmptyScene title={t('page.emptyTitle')} reason={t('page.emptyReason')} action={{ label: t('nav.me'), href: '/moi' }} />;
  return (
    <div className={css.page}>
      <Purpose programme={programme} />
      <Stages programme={programme} />
      <Charter programme={programme} />
    </div>
  );
}

function Purpose({ programme: { statement } }: { programme: Programme }) {
  const t = useT(texts);
  const format = useFormat();
  if (!statement) return null;
  return (
    <section>
      <SectionTitle title={t('page.statement')} />
      <StatementQuote text={statement.text} note={t('page.version', { version: statement.n, date: format.date(statement.createdAt) })} />
    </section>
  );
}

function Stages({ programme: { phases, currentPhase } }: { programme: Programme }) {
  const t = useT(texts);
  const format = useFormat();
  if (!phases.length) return null;
  const place = phases.findIndex(({ id }) => id === currentPhase?.id);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section>
      <SectionTitle title={t('page.phases')} />
      <AmbassadorCard>
        <ol className={css.stages}>
          {phases.map((phase, index) => {
            const now = index === place;
            const done = place >= 0 ? index < place : phase.startsOn < today;
            return (
              <li key={phase.id} data-now={now || undefined} aria-current={now ? 'step' : undefined}>
                <p className={css.stage}>
                  {phase.name} {now ? <b>{t('page.now')}</b> : done ? <small>{t('page.done')}</small> : null}
                </p>
                <p className={css.second}>{datesOf(phase, t, format)}</p>
                {phase.purpose ? <p className={css.purpose}>{phase.purpose}</p> : null}
              </li>
            );
          })}
        </ol>
      </AmbassadorCard>
    </section>
  );
}

function Charter({ programme: { id, charter } }: { programme: Programme }) {
  const t = useT(texts);
  const format = useFormat();
  const mine = useQuery(queryOf(MyAcceptancesDocument, { programmeId: id })).data?.myAcceptances;
  if (!charter) return null;
  const accepted = mine?.find(({ principle, version }) => principle === 'CHARTER' && version === charter.n);
  return (
    <section>
      <SectionTitle title={t('page.charter')} />
      <p className={css.second}>
        {t('page.version', { version: charter.n, date: format.date(charter.createdAt) })}. {accepted ? t('page.accepted', { date: format.date(accepted.at) }) : null}
      </p>
      <Principles principles={picturesOf(charter.articles)} />
    </section>
  );
}
