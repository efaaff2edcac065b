import { graphql } from '@portevoix/graphql';

export const MyCohortDocument = graphql(`
  query MyCohort {
    myCohort { id name welcome }
    myReferent { id displayName firstName jobTitle }
  }
`);

export const LeaveProgrammeDocument = graphql(`mutation LeaveProgramme { leaveProgramme }`);

export const ReturnToProgrammeDocument = graphql(`mutation ReturnToProgramme { returnToProgramme }`);
