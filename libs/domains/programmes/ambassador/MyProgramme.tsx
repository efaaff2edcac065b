import type { MyProgrammeQuery } from '@portevoix/graphql';
import { AmbassadorCard, SectionTitle } from '@portevoix/ui/ambassador';
import { queryOf, useFormat, useT, type Format } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import css from './programme.module.css';
import { MyProgrammeDocument } from './programme.graphql';
import { texts } from './texts';

type Programme = NonNullable<MyProgrammeQuery['currentProgramme']>;

/** Part of « Moi »: where the programme stands, and what comes next. */
export function MyProgramme() {
  const t = useT(texts);
  const programme = useQuery({ ...queryOf(MyProgrammeDocument), meta: { offline: true } }).data?.currentProgramme;
  if (!programme) return null;
  return (
    <section>
      <SectionTitle title={t('me.where')} />
      <AmbassadorCard>
        <Where programme={programme} />
      </AmbassadorCard>
    </section>
  );
}

function Where({ programme: { state, currentPhase, nextPhase } }: { programme: Programme }) {
  const t = useT(texts);
  const format = useFormat();
  const paused = state === 'PAUSED';
  return (
    <>
      <p className={css.phase}>{paused ? t('me.paused') : (currentPhase?.name ?? t('me.between'))}</p>
      {paused ? <p className={css.second}>{t('me.pausedText')}</p> : null}
      {!paused && currentPhase ? (
        <>
          <p className={css.second}>{datesOf(currentPhase, t, format)}</p>
          {currentPhase.purpose ? <p className={css.purpose}>{currentPhase.purpose}</p> : null}
        </>
      ) : null}
      {nextPhase ? (
        <p className={css.next}>
          <b>{t('me.nextLabel')}</b>
          <span>{t('me.next', { name: nextPhase.name, date: format.date(nextPhase.startsOn, 'long') })}</span>
        </p>
      ) : null}
    </>
  );
}

export function datesOf({ startsOn, endsOn }: { startsOn: string; endsOn?: string | null }, t: ReturnType<typeof useT<(typeof texts)['messages']>>, format: Format): string {
  const from = format.date(startsOn, 'long');
  return endsOn ? t('me.dates', { from, to: format.date(endsOn, 'long') }) : t('me.openDates', { from });
}
