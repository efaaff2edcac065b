export { ConsentList, JoinStep, Principles, SponsorQuote, StatementQuote, principlePictures } from './Joining';
export type { ConsentListProps, JoinStepProps, Principle } from './Joining';
