import { graphql } from '@portevoix/graphql';

export const AllContests = graphql(`
  query AllContests($cohortId: ID) {
    allContests(cohortId: $cohortId) { id templateId name state cohortName firstDay lastDay publishedAt daysLeft collectiveGoal { metric target } collectiveProgress { done target } }
  }
`);

export const QuestionsWaiting = graphql(`
  query ContestQuestionsWaiting {
    allContests { id name disputes { person { id displayName } dispute { id message createdAt answeredAt } } }
  }
`);

export const ContestCohorts = graphql(`
  query ContestCohorts {
    cohorts { id name }
  }
`);

export const ManagedContest = graphql(`
  query ManagedContest($id: ID!) {
    contest(id: $id) {
      id templateId name description state cohortId cohortName cohortSize firstDay lastDay daysLeft prize publishedAt viewerCanEdit
      rules { perDeclaredShare perValidClick perRead caps { perDay sharesPerDay readsPerDay clicksPerShare } }
      collectiveGoal { metric target reward }
      collectiveProgress { done target }
      totals { activeMembers members points shares clicks sharesPerActiveMember }
      rankedPeople
      leaderboard(first: 10) { rank position name points }
      disputes {
        person { id displayName }
        dispute { id createdAt message answer answeredAt line { id source count points day publicationTitle reversal { cause reason } } }
      }
    }
  }
`);

export const ComparedContests = graphql(`
  query ComparedContests($templateId: ID!) {
    compareContests(templateId: $templateId) {
      days
      sameRules
      contest { id name cohortName firstDay lastDay state }
      totals { activeMembers members points shares clicks sharesPerActiveMember }
    }
  }
`);

export const CreateContest = graphql(`
  mutation CreateContest($input: CreateContestInput!) {
    createContest(input: $input) { id name }
  }
`);

export const UpdateContest = graphql(`
  mutation UpdateContest($input: UpdateContestInput!) {
    updateContest(input: $input) { id name }
  }
`);

export const PublishContest = graphql(`
  mutation PublishContest($id: ID!) {
    publishContest(id: $id) { id publishedAt state }
  }
`);

export const RemoveContest = graphql(`
  mutation RemoveContest($id: ID!) {
    removeContest(id: $id)
  }
`);

export const ContestFromTemplate = graphql(`
  mutation ContestFromTemplate($input: ContestFromTemplateInput!) {
    contestFromTemplate(input: $input) { id name }
  }
`);

export const AnswerDispute = graphql(`
  mutation AnswerDispute($input: AnswerDisputeInput!) {
    answerDispute(input: $input) { id }
  }
`);

export const CorrectPoints = graphql(`
  mutation CorrectPoints($input: CorrectPointsInput!) {
    correctPoints(input: $input) { id }
  }
`);

export const ManagedContestChanged = graphql(`
  subscription ManagedContestChanged($contestId: ID!) {
    leaderboardChanged(contestId: $contestId) { id }
  }
`);
