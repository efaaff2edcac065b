import type { ContestOfMineQuery } from '@portevoix/graphql';
import { showUndo, TextButton, TruthLabel } from '@portevoix/ui';
import { Leaderboard, type LeaderboardPlace } from '@portevoix/ui/ambassador';
import { request, useFormat, useMutationOf, useT } from '@portevoix/web';
import { useQueryClient } from '@tanstack/react-query';
import { AliasSheet } from './AliasSheet';
import { ContestOfMine, JoinRanking, LeaveRanking } from './contests.graphql';
import { texts } from './texts';
import { useContestTruths } from './truths';

type Contest = ContestOfMineQuery['contest'];

interface Props {
  contest: Contest;
  sheet: boolean;
  show: (sheet?: string) => void;
}

/** The ranking, for those who chose it; everybody sees how it ended. */
export function Board({ contest, sheet, show }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const client = useQueryClient();
  const truth = useContestTruths();
  const { id, state, myRanking, rankedPeople, cohortSize, viewerIsMember } = contest;
  const leave = useMutationOf(LeaveRanking, {
    refresh: [ContestOfMine],
    onSuccess: () => {
      if (state === 'FINISHED') return;
      const back = () => void request(JoinRanking, { input: { contestId: id, alias: myRanking?.alias ?? null } }).then(() => client.invalidateQueries({ queryKey: ['ContestOfMine'] }));
      showUndo({ message: t('board.left'), detail: t('board.leftDetail'), onUndo: back });
    },
  });
  const finished = state === 'FINISHED';
  if (!viewerIsMember || (finished && !rankedPeople)) return null;
  const note = [t('board.ranked', { count: rankedPeople, people: format.number(cohortSize) }), rankedPeople > 1 ? t('board.tie') : ''].filter(Boolean).join(' ');
  const label = !myRanking ? t('board.out') : myRanking.alias ? t('board.in', { alias: myRanking.alias }) : t('board.inOwn');
  const detail = myRanking ? (finished ? t('board.finishedDetail') : t('board.inDetail')) : t('board.outDetail');
  return (
    <>
      <Leaderboard
        title={finished ? t('board.finalTitle') : t('board.title')}
        {...(finished && !myRanking ? {} : { optIn: { label, detail, checked: Boolean(myRanking), onChange: (checked: boolean) => (checked ? show('nom') : leave.mutate({ contestId: id })) } })}
        places={myRanking || finished ? placesOf(contest, format.number, (name) => t('board.me', { name })) : []}
        note={<>{note} <TruthLabel {...truth('contest-points')} /> {myRanking && !finished ? <TextButton onClick={() => show('nom')}>{t('board.change')}</TextButton> : null}</>}
      />
      <AliasSheet contestId={id} alias={myRanking?.alias ?? null} opened={sheet && !finished} onClose={() => show()} />
    </>
  );
}

/** The first ten, and my own place when it is further down. */
function placesOf({ leaderboard, myRank, myPoints, myRanking }: Contest, number: (value: number) => string, me: (name: string) => string): LeaderboardPlace[] {
  const places = leaderboard.map(({ rank, position, name, points, isMe }): LeaderboardPlace => ({ id: String(position), rank: number(rank), name: isMe ? me(name) : name, score: number(points), me: isMe }));
  if (myRank === null || myRank === undefined || !myRanking?.alias || leaderboard.some(({ isMe }) => isMe)) return places;
  return [...places, { id: 'me', rank: number(myRank), name: me(myRanking.alias), score: number(myPoints), me: true, afterGap: true }];
}
