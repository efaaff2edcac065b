export * from './points';
export * from './fenwick';
export * from './states';
export * from './inputs';
export * from './metrics';
