import { graphql } from '@portevoix/graphql';

export const ProgrammeDocument = graphql(`
  query Programme {
    currentProgramme {
      id
      name
      state
      axis
      startsOn
      viewerCanManage
      viewerActions
      transitions { id from to note createdAt by { id displayName } }
      phases { id name kind purpose startsOn endsOn }
      currentPhase { id name startsOn endsOn }
      nextPhase { id name startsOn }
    }
  }
`);

export const AxisDefaultsDocument = graphql(`query AxisDefaults($axis: ProgrammeAxis!) { axisDefaults(axis: $axis) { themes kpis { metricId unit } } }`);

export const CreateProgrammeDocument = graphql(`mutation CreateProgramme($input: CreateProgrammeInput!) { createProgramme(input: $input) { id } }`);

export const UpdateProgrammeDocument = graphql(`mutation UpdateProgramme($input: UpdateProgrammeInput!) { updateProgramme(input: $input) { id axis } }`);

export const MoveProgrammeDocument = graphql(`mutation MoveProgramme($input: MoveProgrammeInput!) { moveProgramme(input: $input) { id state } }`);

export const SetPhasesDocument = graphql(`mutation SetPhases($input: SetPhasesInput!) { setPhases(input: $input) { id } }`);

export const PrinciplesDocument = graphql(`
  query Principles($programmeId: ID!) {
    statementVersions(programmeId: $programmeId) { id n text changeNote createdAt author { id displayName } acceptances { accepted ambassadors } }
    charterVersions(programmeId: $programmeId) { id n articles { title text } changeNote createdAt author { id displayName } acceptances { accepted ambassadors } }
  }
`);

export const PublishStatementDocument = graphql(`mutation PublishStatement($input: PublishStatementInput!) { publishStatement(input: $input) { id n } }`);

export const PublishCharterDocument = graphql(`mutation PublishCharter($input: PublishCharterInput!) { publishCharter(input: $input) { id n } }`);

export const ObjectivesDocument = graphql(`
  query Objectives($programmeId: ID!) {
    objectives(programmeId: $programmeId) { id name metricId unit baseline target deadline serves isMeasured current progress { ratio share reached } owner { id displayName } }
  }
`);

export const CreateObjectiveDocument = graphql(`mutation CreateObjective($input: CreateObjectiveInput!) { createObjective(input: $input) { id } }`);

export const UpdateObjectiveDocument = graphql(`mutation UpdateObjective($input: UpdateObjectiveInput!) { updateObjective(input: $input) { id } }`);

export const RemoveObjectiveDocument = graphql(`mutation RemoveObjective($id: ID!) { removeObjective(id: $id) }`);

export const OwnersDocument = graphql(`query Owners($first: Int!) { people(first: $first) { edges { node { id displayName jobTitle } } } }`);
