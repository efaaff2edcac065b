import { TextLink, TruthLabel } from '@portevoix/ui';
import { AmbassadorCard, FigureTrio, Rule, SectionTitle, Weeks, type WeekTile } from '@portevoix/ui/ambassador';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { MyResults, MyWeeks } from '../sharing.graphql';
import css from '../sharing.module.css';
import { texts } from '../texts';
import { useMyTruths } from '../truths';

/** What my shares did, before anything of the company's. */
export function Gains() {
  const t = useT(texts);
  const format = useFormat();
  const truth = useMyTruths();
  const { data } = useQuery({ ...queryOf(MyResults), meta: { offline: true } });
  if (!data) return null;
  const { shares, clicks, weekShares, weekClicks } = data.myResults;
  const big = (value: number) => format.number(value).replace(/\u202f/g, '\u00a0');
  return (
    <section>
      <SectionTitle title={t('gains.title')} end={<TextLink href="/partager?vue=partages">{t('gains.all')}</TextLink>} />
      <AmbassadorCard>
        {shares === 0 ? (
          <p className={css.lead}>{t('gains.none')}</p>
        ) : (
          <>
            <FigureTrio
              figures={[
                { id: 'people', value: big(clicks.people), label: t('gains.people', { count: clicks.people }), truth: <TruthLabel {...truth('my-visitors')} /> },
                { id: 'clicks', value: big(clicks.valid), label: t('gains.clicks', { count: clicks.valid }), truth: <TruthLabel {...truth('my-valid-clicks', t('gains.raw', { count: clicks.raw }))} /> },
                { id: 'shares', value: big(shares), label: t('gains.shares', { count: shares }), truth: <TruthLabel {...truth('my-shares')} /> },
              ]}
            />
            <MyWeeksRow />
            <p className={css.after}>{weekShares || weekClicks.valid ? t('gains.week', { shares: t('gains.weekShares', { count: weekShares }), clicks: t('gains.weekClicks', { count: weekClicks.valid }) }) : t('gains.quiet')}</p>
          </>
        )}
      </AmbassadorCard>
    </section>
  );
}

/** Weeks in which I read or shared. One without is a rest, and takes nothing away. */
function MyWeeksRow() {
  const t = useT(texts);
  const format = useFormat();
  const weeks = useQuery({ ...queryOf(MyWeeks), meta: { offline: true } }).data?.myWeeks ?? [];
  if (!weeks.length) return null;
  const tiles = weeks.map(({ number, monday, active, current }): WeekTile => {
    const state = active ? 'active' : current ? 'open' : 'rest';
    return { id: monday, number: format.number(number), state, current, accessibleLabel: t(`weeks.${state}`, { date: format.date(monday) }) };
  });
  return (
    <>
      <Rule />
      <Weeks weeks={tiles} label={t('weeks.label')} />
    </>
  );
}
