export * from './follow-up';
export * from './inputs';
export * from './launch';
export * from './metrics';
export * from './origins';
export * from './sizing';
export * from './strategies';
