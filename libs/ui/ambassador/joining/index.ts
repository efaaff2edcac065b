export { ConsentList, JoinStep, Principles, SponsorQuote, principlePictures } from './Joining';
export type { ConsentListProps, JoinStepProps, Principle } from './Joining';
