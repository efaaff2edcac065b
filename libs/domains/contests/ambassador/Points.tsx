import { Button } from '@mantine/core';
import type { ContestOfMineQuery, MyPointsQuery } from '@portevoix/graphql';
import { ErrorState, SkeletonRows, TruthLabel, type TruthLabelProps } from '@portevoix/ui';
import { PointsLedger, type LedgerEntry } from '@portevoix/ui/ambassador';
import { errorText, useFormat, useT, type Format, type Translate } from '@portevoix/web';
import { texts } from './texts';
import { useContestTruths } from './truths';
import { useMyPoints } from './useMyPoints';
import css from './contests.module.css';

type Contest = ContestOfMineQuery['contest'];
export type Line = MyPointsQuery['contest']['myLedger']['edges'][number]['node'];
type T = Translate<(typeof texts)['messages']>;

/** What gave the points, in a few words. */
export function lineTitle(t: T, { source, count, network, publicationTitle: title }: Pick<Line, 'source' | 'count' | 'publicationTitle'> & { network?: Line['network'] }): string {
  if (source === 'VALID_CLICK') return t('points.clicks', { count, title });
  if (source === 'READ') return t('points.read', { title });
  return t('points.share', { network: network ? t(`networks.${network}`) : title });
}

function entryOf(t: T, format: Format, truth: TruthLabelProps, line: Line): LedgerEntry {
  const date = format.dayMonth(line.day);
  const { reversal } = line;
  const usual = line.source === 'DECLARED_SHARE' ? t('points.on', { date, title: line.publicationTitle }) : date;
  const cause = !reversal ? usual : reversal.cause === 'RETRACTED' ? t('points.retracted', { date }) : t('points.corrected', { date, reason: reversal.reason ?? '' });
  return {
    id: line.id,
    points: format.number(line.points, { signDisplay: 'exceptZero' }),
    title: lineTitle(t, line),
    cause,
    truth: <TruthLabel {...truth} kind={line.truth === 'DECLARED' ? 'declared' : 'measured'} />,
    pending: Boolean(reversal),
  };
}

/** My points, line by line. */
export function Points({ contest, show }: { contest: Contest; show: (sheet?: string) => void }) {
  const t = useT(texts);
  const format = useFormat();
  const truth = useContestTruths();
  const { lines, pending, offline, error, retry, hasMore, more, loading } = useMyPoints(contest.id);
  return (
    <div>
      <PointsLedger
        title={t('points.title', { points: format.number(contest.myPoints) })}
        text={offline ? t('points.offline') : pending || error ? '' : introOf(t, format, contest, lines.length)}
        rules={{ label: t('points.rules'), href: `/concours/${contest.id}?feuille=reglement` }}
        entries={lines.map((line) => entryOf(t, format, truth('contest-points'), line))}
        {...(contest.viewerIsMember && { question: { label: t('points.question'), onClick: () => show('question') } })}
      />
      {pending && !offline ? <SkeletonRows rows={3} /> : null}
      {error ? <ErrorState title={t('points.failed')} {...errorText(error)} onRetry={retry} /> : null}
      {hasMore ? <Button variant="default" className={css.more} loading={loading} onClick={more}>{t('points.more')}</Button> : null}
    </div>
  );
}

function introOf(t: T, format: Format, { state, firstDay, rules }: Contest, lines: number): string {
  if (state === 'UPCOMING') return t('points.soon', { date: format.dayMonth(firstDay) });
  if (lines) return state === 'FINISHED' ? t('points.final') : t('points.kept');
  if (state === 'FINISHED') return t('points.noneFinal');
  const first = rules.perDeclaredShare ? t('points.firstShare', { count: rules.perDeclaredShare }) : rules.perRead ? t('points.firstRead', { count: rules.perRead }) : '';
  return t('points.none', { first });
}
