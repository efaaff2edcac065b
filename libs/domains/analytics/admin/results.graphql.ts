import { graphql } from '@portevoix/graphql';

export const ResultsDocument = graphql(`
  query Results($from: String!, $to: String!, $compareFrom: String!, $compareTo: String!, $cohortId: ID, $origin: RecruitmentOrigin) {
    dashboard(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, cohortId: $cohortId, origin: $origin) { figures { metricId value previous suppressed atLeast } }
    dataUntil
  }
`);

/** Readers who do not share are those of the part, when there is one; the rest is of the whole organisation only. */
export const ResultsDetailDocument = graphql(`
  query ResultsDetail($from: String!, $to: String!, $compareFrom: String!, $compareTo: String!, $cohortId: ID, $origin: RecruitmentOrigin) {
    networks: sharesByNetwork(from: $from, to: $to) { network opened declared measured }
    networksBefore: sharesByNetwork(from: $compareFrom, to: $compareTo) { network opened declared measured }
    clickBreakdown(from: $from, to: $to) { raw bots duplicates own valid }
    dailySeries(metricIds: ["people-connected", "readers", "shares", "valid-clicks"], from: $from, to: $to) { days series { metricId values } }
    topPublications(from: $from, to: $to, first: 5) { publication { id title } readers shares clicks }
    readersOnlyShare(from: $from, to: $to, cohortId: $cohortId, origin: $origin) { people readersOnly share position bandLow bandHigh }
  }
`);

export const ClickAnomaliesDocument = graphql(`
  query ClickAnomalies($from: String!, $to: String!) {
    clickAnomalies(from: $from, to: $to) { day clicks { raw bots duplicates own valid } rawScore signals suppressed }
  }
`);

export const ResultCohortsDocument = graphql(`query ResultCohorts { cohorts { id name } }`);

/** Four times seven days: the last two, then the two before. */
export const TodayFiguresDocument = graphql(`
  query TodayFigures($from: String!, $to: String!, $compareFrom: String!, $compareTo: String!, $thirdFrom: String!, $thirdTo: String!, $fourthFrom: String!, $fourthTo: String!) {
    dashboard(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo) { figures { metricId value previous } }
    earlier: dashboard(from: $thirdFrom, to: $thirdTo, compareFrom: $fourthFrom, compareTo: $fourthTo) { figures { metricId value previous } }
    newMembers(weeks: 4) { people }
    topPublications(from: $from, to: $to, first: 2) { publication { id title } readers clicks }
    dataUntil
  }
`);

export const TodayProgrammeDocument = graphql(`query TodayProgramme { currentProgramme { id } }`);

export const TodayObjectivesDocument = graphql(`
  query TodayObjectives($programmeId: ID!) {
    objectives(programmeId: $programmeId) { id name metricId unit target deadline current progress { share reached } }
  }
`);
