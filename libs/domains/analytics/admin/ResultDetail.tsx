import { clicksFinding, networksFinding, sharesOf, type ClickFigures, type NetworkFigures } from '@portevoix/analytics/shared';
import type { ResultsDetailQuery } from '@portevoix/graphql';
import { Card, ChartCard, ClickWaterfall, Columns, DayLines, EmptyState, FigureTable, NetworkBars, Notice, TextLink, TruthLabel, type ChartTable } from '@portevoix/ui/admin';
import { useFormat, useT } from '@portevoix/web';
import type { CSSProperties } from 'react';
import css from './results.module.css';
import { texts } from './texts';
import { useResultTruths, type T } from './truths';
import { UnusualClicks } from './UnusualClicks';

interface Props {
  readonly detail: ResultsDetailQuery;
  readonly isPart?: boolean;
}
type NetworkKey = keyof typeof texts.messages.networks;
type MetricKey = keyof typeof texts.messages.metrics;

/** What a part can be told of comes first; the rest says that it is everybody's. */
export function ResultDetail(props: Props) {
  const t = useT(texts);
  return (
    <>
      {props.isPart ? (
        <>
          <ReadersOnly {...props} />
          <Notice>{t('cohort.only')}</Notice>
        </>
      ) : null}
      <Columns layout="even">
        <Networks {...props} />
        <Clicks {...props} />
      </Columns>
      <UnusualClicks />
      <Days {...props} />
      {props.isPart ? (
        <Top {...props} />
      ) : (
        <Columns>
          <Top {...props} />
          <ReadersOnly {...props} />
        </Columns>
      )}
    </>
  );
}

const nameOf = (t: T, network: string): string => t(`networks.${network as NetworkKey}`);

function networksTitle(t: T, rows: readonly NetworkFigures[]): string {
  const finding = networksFinding(rows);
  if (finding.kind === 'NONE') return t('found.noShares');
  if (finding.kind === 'FEW') return t('found.fewShares', { count: finding.total });
  if (finding.kind === 'SPREAD') return t('found.spread');
  const network = nameOf(t, finding.network);
  if (finding.kind === 'ALL') return t('found.allOn', { network });
  return finding.kind === 'TENTHS' ? t('found.tenths', { tenths: t(`tenths.n${finding.tenths as 5 | 6 | 7 | 8 | 9}`), network }) : t('found.most', { network });
}

function Networks({ detail: { networks } }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const sum = (key: 'opened' | 'declared' | 'measured') => format.number(networks.reduce((total, row) => total + row[key], 0));
  const total = networks.reduce((all, row) => all + sharesOf(row), 0);
  const [first] = networks;
  const table: ChartTable = {
    caption: t('tables.networks'),
    head: [t('tables.network'), t('legend.measured'), t('legend.declared'), t('legend.intended')],
    rows: networks.map(({ network, measured, declared, opened }) => [nameOf(t, network), ...[measured, declared, opened].map((n) => format.number(n))]),
    foot: [t('tables.total'), sum('measured'), sum('declared'), sum('opened')],
  };
  const title = networksTitle(t, networks);
  if (!first) return <Card title={title}>{t('found.noSharesText')}</Card>;
  return (
    <ChartCard
      title={title}
      truths={[truth('shares-measured'), truth('shares-declared')]}
      note={t('found.intentNote', { first: format.number(sharesOf(first)), total: format.number(total) })}
      table={table}
      chart={
        <NetworkBars
          label={title}
          rows={networks.map(({ network, measured, declared, opened }) => ({ label: nameOf(t, network), measured, declared, intended: opened }))}
          legend={{ measured: t('legendTotal.measured', { n: sum('measured') }), declared: t('legendTotal.declared', { n: sum('declared') }), intended: t('legendTotal.intended', { n: sum('opened') }) }}
        />
      }
    />
  );
}

function clicksTitle(t: T, figures: ClickFigures): string {
  const finding = clicksFinding(figures);
  if (finding.kind === 'NONE') return t('found.noClicks');
  if (finding.kind === 'ALL') return t('found.allClicks');
  return finding.kind === 'ONE_IN' ? t('found.oneIn', { n: t(`oneIn.n${finding.in as 2 | 3 | 4 | 5}`) }) : t('found.partOfClicks', { percent: finding.percent });
}

function Clicks({ detail: { clickBreakdown: clicks } }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const losses = (['bots', 'duplicates', 'own'] as const).filter((part) => clicks[part] > 0);
  const title = clicksTitle(t, clicks);
  if (!clicks.raw) return <Card title={title}>{t('found.noClicksText')}</Card>;
  return (
    <ChartCard
      title={title}
      truths={[truth('raw-clicks', t('clicks.raw')), truth('valid-clicks', t('clicks.valid'))]}
      note={t('clicks.note')}
      table={{ caption: t('tables.clicks'), head: [t('tables.part'), t('tables.clicks')], rows: (['raw', ...losses, 'valid'] as const).map((part) => [t(`clicks.${part}`), format.number(clicks[part])]) }}
      chart={
        <ClickWaterfall
          label={title}
          steps={[{ label: t('clicks.raw'), value: clicks.raw, kind: 'total' }, ...losses.map((part) => ({ label: t(`clicks.${part}`), value: clicks[part], kind: 'loss' as const })), { label: t('clicks.valid'), value: clicks.valid, kind: 'result' }]}
        />
      }
    />
  );
}

function Days({ detail: { dailySeries } }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const { days, series } = dailySeries;
  const name = (id: string) => t(`metrics.${id as MetricKey}.name`);
  const people = series.find(({ metricId }) => metricId === 'people-connected');
  const best = people?.values.reduce((top, value, index) => (value > (people.values[top] ?? 0) ? index : top), 0) ?? 0;
  const value = people?.values[best] ?? 0;
  const alone = people?.values.filter((other) => other === value).length === 1;
  const title = value > 0 && alone ? t('found.bestDay', { day: format.dayMonth(days[best] ?? ''), count: value }) : t('found.days');
  return (
    <ChartCard
      title={title}
      truths={(['people-connected', 'readers', 'shares', 'valid-clicks'] as const).map((id) => truth(id, t(`metrics.${id}.name`)))}
      note={t('found.weekends')}
      table={{ caption: t('found.days'), head: [t('tables.day'), ...series.map(({ metricId }) => name(metricId))], rows: days.map((day, index) => [format.date(day, 'medium'), ...series.map(({ values }) => format.number(values[index] ?? 0))]) }}
      chart={<DayLines label={title} days={days} series={series.map(({ metricId, values }) => ({ id: metricId, label: name(metricId), values }))} />}
    />
  );
}

function Top({ detail: { topPublications } }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  const [best] = topPublications;
  if (!best) return <EmptyState title={t('found.noTop')} reason={t('found.noTopReason')} />;
  const finding = best.clicks > 0 && best.clicks > (topPublications[1]?.clicks ?? 0) ? t('found.bestPublication', { title: best.publication.title, count: best.clicks, clicks: format.number(best.clicks) }) : t('found.top');
  return (
    <Card title={finding}>
      <div className={css.truths}>
        <TruthLabel {...truth('readers', t('tables.readers'))} />
        <TruthLabel {...truth('shares', t('tables.shares'))} />
        <TruthLabel {...truth('valid-clicks', t('tables.clicks'))} />
        <span>{t('found.topNote')}</span>
      </div>
      <FigureTable
        table={{
          caption: t('found.top'),
          head: [t('tables.publication'), t('tables.readers'), t('tables.shares'), t('tables.clicks')],
          rows: topPublications.map(({ publication, readers, shares, clicks }) => [<TextLink key={publication.id} href={`/contenus/publications/${publication.id}`} quiet>{publication.title}</TextLink>, ...[readers, shares, clicks].map((n) => format.number(n))]),
        }}
      />
    </Card>
  );
}

/** On the usual band: being inside is a success. */
function ReadersOnly({ detail: { readersOnlyShare: only }, isPart }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useResultTruths();
  if (!only.position) return <Card title={t(isPart ? 'readersOnly.withheld' : 'readersOnly.none')}>{t(isPart ? 'suppressed.FEW_PEOPLE' : 'readersOnly.noneText')}</Card>;
  const { people, readersOnly, share, bandLow, bandHigh } = only;
  const band = t('readersOnly.note', { low: format.number(bandLow * 100), high: format.percent(bandHigh) });
  if (typeof share !== 'number') {
    return (
      <Card title={t(`readersOnly.${only.position}`)}>
        <p>{t('suppressed.FEW_PEOPLE')}</p>
        <p className={css.note}>{band}</p>
      </Card>
    );
  }
  const counted = typeof people === 'number' && typeof readersOnly === 'number' ? ([readersOnly, people] as const) : null;
  const title = t(`readersOnly.found.${only.position}`, { percent: format.percent(share) });
  return (
    <ChartCard
      title={title}
      truths={[truth('readers-only')]}
      note={counted ? t('readersOnly.share', { n: format.number(counted[0]), count: counted[0], people: format.number(counted[1]) }) : t('readersOnly.tenth')}
      table={{
        caption: t('readersOnly.table'),
        head: [t('tables.part'), t('readersOnly.people')],
        rows: counted
          ? [[t('readersOnly.only'), format.number(counted[0])], [t('readersOnly.others'), format.number(counted[1] - counted[0])]]
          : [[t('readersOnly.only'), format.percent(share)], [t('readersOnly.others'), format.percent(1 - share)]],
        ...(counted && { foot: [t('readersOnly.seen'), format.number(counted[1])] }),
      }}
      chart={
        <>
          <div className={css.band} role="img" aria-label={title} style={{ '--low': bandLow, '--high': bandHigh, '--at': share } as CSSProperties}>
            <i />
            <u data-value={format.percent(share)} />
          </div>
          <p className={css.note}>{band}</p>
        </>
      }
    />
  );
}
