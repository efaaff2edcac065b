import { graphql } from '@portevoix/graphql';

export const JoiningDocument = graphql(`
  query Joining {
    openCalls { id title pitch closesOn myApplication { id state } }
    myInvitations { id cohort { id name } invitedBy { id displayName } }
  }
`);

export const CallToAnswerDocument = graphql(`
  query CallToAnswer($id: ID!) {
    call(id: $id) { id title pitch opensOn closesOn places phase myApplication { id state motivation selfLevel networks createdAt } }
  }
`);

export const ApplyDocument = graphql(`mutation ApplyToCall($input: ApplyToCallInput!) { applyToCall(input: $input) { id state } }`);
export const WithdrawDocument = graphql(`mutation WithdrawApplication($id: ID!) { withdrawApplication(id: $id) { id state } }`);

export const MyInvitationsDocument = graphql(`
  query MyInvitations {
    myInvitations {
      id origin rationale contractBasis expiresAt
      cohort { id name }
      invitedBy { id displayName jobTitle }
      statement { id n text }
      charter { id n articles { title text } }
    }
  }
`);

export const AcceptDocument = graphql(`mutation AcceptInvitation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { id } }`);
export const DeclineDocument = graphql(`mutation DeclineInvitation($id: ID!) { declineInvitation(id: $id) }`);
