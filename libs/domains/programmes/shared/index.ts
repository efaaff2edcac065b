export * from './axis';
export * from './figures';
export * from './inputs';
export * from './metrics';
export * from './objective';
export * from './phases';
export * from './states';
