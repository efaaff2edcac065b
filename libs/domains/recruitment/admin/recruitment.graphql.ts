import { graphql } from '@portevoix/graphql';

export const WaitingDocument = graphql(`query ApplicationsWaiting { applicationsWaiting applicationsWaitingSince }`);

export const StrategiesDocument = graphql(`query RecruitmentStrategies { strategies { strategy pros cons cohorts people } }`);

export const CallsDocument = graphql(`
  query Calls {
    calls { id title pitch opensOn closesOn places phase state link cohort { id name } counts { waiting queued accepted } }
  }
`);

export const CohortChoicesDocument = graphql(`query CohortChoices { cohorts { id name openInvitations } }`);

export const CreateCallDocument = graphql(`mutation CreateCall($input: CreateCallInput!) { createCall(input: $input) { id } }`);
export const UpdateCallDocument = graphql(`mutation UpdateCall($input: UpdateCallInput!) { updateCall(input: $input) { id } }`);
export const OpenCallDocument = graphql(`mutation OpenCall($id: ID!) { openCall(id: $id) { id phase } }`);
export const CloseCallDocument = graphql(`mutation CloseCall($id: ID!) { closeCall(id: $id) { id phase } }`);

export const ApplicationsDocument = graphql(`
  query Applications($first: Int!, $after: String, $callId: ID, $states: [ApplicationState!], $level: SelfLevel, $groupId: ID, $search: String) {
    applications(first: $first, after: $after, callId: $callId, states: $states, level: $level, groupId: $groupId, search: $search) {
      edges { node { id motivation selfLevel networks state createdAt person { id displayName jobTitle groups { id name } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const GroupChoicesDocument = graphql(`query GroupChoices { groupsOfOrganisation { id name } }`);

export const DecideDocument = graphql(`mutation DecideApplications($input: DecideApplicationsInput!) { decideApplications(input: $input) { id state } }`);
export const UndoDecisionDocument = graphql(`mutation UndoDecision($input: UndoDecisionInput!) { undoDecision(input: $input) { id state } }`);

export const MixDocument = graphql(`
  query MixOfCall($callId: ID!) {
    mixOfCall(callId: $callId) {
      accepted { experts beginners expertShare status band { min max } invite { experts beginners } }
      considered { experts beginners expertShare status band { min max } invite { experts beginners } }
      proposed { id selfLevel person { id displayName } }
    }
  }
`);

export const ProfileDocument = graphql(`
  query ApplicantsProfile($callId: ID!) {
    applicantsProfile(callId: $callId) {
      applicants
      departments { name applicants }
      sites { name applicants }
      levels { level applicants }
    }
  }
`);

export const InvitablePeopleDocument = graphql(`
  query InvitablePeople($search: String) { people(first: 20, search: $search) { edges { node { id displayName jobTitle } } } }
`);

export const InviteDocument = graphql(`mutation InvitePeople($input: InvitePeopleInput!) { invite(input: $input) }`);
