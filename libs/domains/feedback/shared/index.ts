export * from './findings';
export * from './inputs';
export * from './pulse';
export * from './metrics';
