import { graphql } from '@portevoix/graphql';

export const CohortsDocument = graphql(`
  query Cohorts {
    cohorts { id name strategy founding startsOn launchedAt plan plannedSize wave memberCount referent { id displayName } }
  }
`);

export const CohortDocument = graphql(`
  query Cohort($id: ID!) {
    cohort(id: $id) {
      id name description welcome strategy founding startsOn launchedAt plan plannedSize wave memberCount viewerCanManage
      referent { id displayName jobTitle }
      waves { id name wave plannedSize memberCount }
      launchPoints { item count isReady decision { kind reason createdAt by { id displayName } } }
    }
  }
`);

export const CohortMembersDocument = graphql(`
  query CohortMembers($cohortId: ID!, $on: String, $first: Int!, $after: String) {
    cohortMembers(cohortId: $cohortId, on: $on, first: $first, after: $after) {
      count
      edges { node { id origin rationale since person { id displayName jobTitle groups { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FollowUpsDocument = graphql(`
  query FollowUps($cohortId: ID!) { followUps(cohortId: $cohortId) { id nextContactOn note doneAt person { id displayName jobTitle } owner { id displayName } } }
`);

export const FollowUpsDueDocument = graphql(`query FollowUpsDue { followUpsDue { id nextContactOn cohort { id name } } }`);

export const UpdateFollowUpDocument = graphql(`mutation UpdateFollowUp($input: UpdateFollowUpInput!) { updateFollowUp(input: $input) { id } }`);

export const SizingAdviceDocument = graphql(`
  query SizingAdvice($people: Int!) { sizingAdvice(people: $people) { people band recommended options { plan waves followUpCards pros cons } } }
`);

export const CreateCohortDocument = graphql(`mutation CreateCohort($input: CreateCohortInput!) { createCohort(input: $input) { id } }`);

export const UpdateCohortDocument = graphql(`mutation UpdateCohort($input: UpdateCohortInput!) { updateCohort(input: $input) { id } }`);

export const SetReferentDocument = graphql(`mutation SetReferent($cohortId: ID!, $personId: ID!) { setReferent(cohortId: $cohortId, personId: $personId) { id } }`);

export const ApplySizingDocument = graphql(`mutation ApplySizing($input: ApplySizingInput!) { applySizing(input: $input) { id } }`);

export const LaunchCohortDocument = graphql(`mutation LaunchCohort($id: ID!) { launchCohort(id: $id) { id } }`);

export const DecideLaunchItemDocument = graphql(`mutation DecideLaunchItem($input: DecideLaunchItemInput!) { decideLaunchItem(input: $input) { id } }`);

export const UndecideLaunchItemDocument = graphql(`mutation UndecideLaunchItem($cohortId: ID!, $item: LaunchItem!) { undecideLaunchItem(cohortId: $cohortId, item: $item) { id } }`);

export const MoveMembersDocument = graphql(`mutation MoveMembers($input: MoveMembersInput!) { moveMembers(input: $input) { id name } }`);

export const ReferentsDocument = graphql(`
  query Referents {
    managers: people(first: 100, role: COMMUNITY_MANAGER) { edges { node { id displayName } } }
    pilots: people(first: 100, role: PILOT) { edges { node { id displayName } } }
  }
`);
