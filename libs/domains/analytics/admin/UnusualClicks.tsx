import type { ClickAnomaliesQuery } from '@portevoix/graphql';
import { Card, ChartCard, ErrorState, FigureTable, Notice, SkeletonRows } from '@portevoix/ui/admin';
import { errorText, queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { usePeriod } from './period';
import css from './results.module.css';
import { ClickAnomaliesDocument } from './results.graphql';
import { texts } from './texts';
import { useResultTruths } from './truths';

type Day = ClickAnomaliesQuery['clickAnomalies'][number];
type Shown = Day & { readonly clicks: NonNullable<Day['clicks']> };

const ASIDE = ['bots', 'duplicates', 'own'] as const;

/** Days of the period whose clicks stand out, and what they mean; of the whole organisation, whatever the filters. */
export function UnusualClicks() {
  const t = useT(texts);
  const { from, to } = usePeriod().period;
  const { data, error, refetch } = useQuery(queryOf(ClickAnomaliesDocument, { from, to }));
  if (error) return <ErrorState title={t('unusual.title')} {...errorText(error)} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <Card title={t('unusual.title')}>
        <SkeletonRows rows={2} />
      </Card>
    );
  }
  return <Days days={data.clickAnomalies} />;
}

function Days({ days }: { readonly days: readonly Day[] }) {
  const t = useT(texts);
  const truth = useResultTruths();
  const found = days.filter((day): day is Shown => Boolean(day.clicks) && day.signals.length > 0).reverse();
  const withheld = days.filter(({ suppressed }) => suppressed).length;
  const isJudged = days.some(({ rawScore }) => typeof rawScore === 'number');
  const isEmpty = !withheld && days.every(({ clicks }) => clicks?.raw === 0);
  const none = isEmpty ? 'empty' : isJudged ? 'none' : 'unknown';
  return (
    <ChartCard
      title={found.length ? t('unusual.found', { count: found.length }) : t('unusual.title')}
      truths={[truth('unusual-clicks')]}
      note={withheld ? t('unusual.withheld', { count: withheld }) : undefined}
      chart={found.length ? <Found days={found} /> : <p className={css.plain}>{t(`unusual.${none}`)}</p>}
    />
  );
}

function Found({ days }: { readonly days: readonly Shown[] }) {
  const t = useT(texts);
  const format = useFormat();
  const why = ({ clicks, signals }: Shown) => {
    const parts = ASIDE.filter((part) => clicks[part] > 0).map((part) => t('unusual.part', { part: t(`clicks.${part}`), n: format.number(clicks[part]) }));
    return [...signals.map((signal) => t(`unusual.signals.${signal}`)), parts.join(' · ')].filter(Boolean);
  };
  return (
    <>
      <FigureTable
        table={{
          caption: t('unusual.title'),
          head: [t('tables.day'), t('unusual.raw'), t('unusual.valid'), t('unusual.aside')],
          rows: days.map((day) => [<DayName key={day.day} day={day.day} why={why(day)} />, format.number(day.clicks.raw), format.number(day.clicks.valid), format.number(day.clicks.raw - day.clicks.valid)]),
        }}
      />
      <div className={css.meaning}>
        <Notice>{[t('unusual.meaning'), ...(days.some(({ signals }) => signals.includes('RAW_COUNT')) ? [t('unusual.crowd')] : [])].join(' ')}</Notice>
      </div>
    </>
  );
}

function DayName({ day, why }: { readonly day: string; readonly why: readonly string[] }) {
  const format = useFormat();
  return (
    <div className={css.unusual}>
      <b>{format.date(day, 'medium')}</b>
      {why.map((reason) => (
        <small key={reason}>{reason}</small>
      ))}
    </div>
  );
}
