export * from './points';
export * from './fenwick';
