export * from './inputs';
export * from './origins';
export * from './sizing';
export * from './strategies';
