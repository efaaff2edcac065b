import { graphql } from '@portevoix/graphql';

export const PulsesDocument = graphql(`query Pulses { pulses(first: 50) { edges { node { id scope publicationTitle opensOn closesOn isOpen } } } }`);

export const PulseResultsDocument = graphql(`
  query PulseResults($id: ID!) {
    pulseResults(id: $id) { people suppressed waiting comments lastWeek results { question choices { choice people } finding { choice people of } } }
  }
`);

export const OpenPulseDocument = graphql(`mutation OpenPulse($input: OpenPulseInput!) { openPulse(input: $input) { id } }`);

export const ClosePulseDocument = graphql(`mutation ClosePulse($id: ID!) { closePulse(id: $id) { id isOpen } }`);
