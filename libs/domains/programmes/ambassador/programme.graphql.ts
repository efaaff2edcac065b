import { graphql } from '@portevoix/graphql';

export const PendingAcceptancesDocument = graphql(`
  query PendingAcceptances {
    myPendingAcceptances {
      programmeId
      isAgain
      isRecalled
      statement { n text changeNote }
      charter { n articles { title text } changeNote }
    }
  }
`);

export const AcceptStatementDocument = graphql(`mutation AcceptStatement($input: AcceptVersionInput!) { acceptStatement(input: $input) { version } }`);

export const AcceptCharterDocument = graphql(`mutation AcceptCharter($input: AcceptVersionInput!) { acceptCharter(input: $input) { version } }`);

export const MyProgrammeDocument = graphql(`
  query MyProgramme {
    currentProgramme {
      id
      name
      state
      statement { n text createdAt }
      charter { n articles { title text } createdAt }
      phases { id name kind purpose startsOn endsOn }
      currentPhase { id name purpose startsOn endsOn }
      nextPhase { id name purpose startsOn }
    }
  }
`);

export const MyAcceptancesDocument = graphql(`query MyAcceptances($programmeId: ID!) { myAcceptances(programmeId: $programmeId) { principle version at } }`);
