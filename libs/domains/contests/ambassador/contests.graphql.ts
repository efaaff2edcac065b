import { graphql } from '@portevoix/graphql';

export const MyContests = graphql(`
  query MyContests {
    contests { id name state cohortName firstDay lastDay }
  }
`);

export const ContestOfMine = graphql(`
  query ContestOfMine($id: ID!) {
    contest(id: $id) {
      id name description state cohortName cohortSize firstDay lastDay daysLeft prize viewerIsMember tieRule
      rules { perDeclaredShare perValidClick perRead caps { perDay sharesPerDay readsPerDay clicksPerShare } }
      collectiveGoal { metric target reward }
      collectiveProgress { done target }
      myPoints
      myRank
      myRanking { alias }
      rankedPeople
      leaderboard(first: 10) { rank position name points isMe }
      myDisputes { id createdAt message answer answeredAt line { id source count publicationTitle day } }
    }
  }
`);

export const MyPoints = graphql(`
  query MyPoints($id: ID!, $first: Int!, $after: String) {
    contest(id: $id) {
      id
      myLedger(first: $first, after: $after) {
        edges { node { id source truth count points at day publicationTitle network reversal { cause reason } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ContestAsideQuery = graphql(`
  query ContestAside {
    contests { id name state daysLeft collectiveGoal { metric reward } collectiveProgress { done target } cohortSize }
  }
`);

export const JoinRanking = graphql(`
  mutation JoinRanking($input: JoinRankingInput!) {
    joinRanking(input: $input) { id }
  }
`);

export const LeaveRanking = graphql(`
  mutation LeaveRanking($contestId: ID!) {
    leaveRanking(contestId: $contestId) { id }
  }
`);

export const DisputeEntry = graphql(`
  mutation DisputeEntry($input: DisputeEntryInput!) {
    disputeEntry(input: $input) { id }
  }
`);

export const ContestChanged = graphql(`
  subscription ContestChanged($contestId: ID!) {
    leaderboardChanged(contestId: $contestId) { id }
  }
`);
