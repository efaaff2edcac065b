import { graphql } from '@portevoix/graphql';

export const MyPulsesDocument = graphql(`query MyPulses { myPulses { id scope closesOn choices myAnswer { works doesNotWork comment } } }`);

export const PublicationPulseDocument = graphql(`
  query PublicationPulse($publicationId: ID!) { publicationPulse(publicationId: $publicationId) { id scope closesOn choices myAnswer { works doesNotWork comment } } }
`);

export const AnswerPulseDocument = graphql(`
  mutation AnswerPulse($input: AnswerPulseInput!) { answerPulse(input: $input) { id myAnswer { works doesNotWork comment } } }
`);
