export { CONTENT_LIMITS } from './fields';
export * from './curation';
export * from './publications';
export * from './readings';
export * from './themes';
export * from './workflow';
