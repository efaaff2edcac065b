export * from './privacy';
export * from './intervals';
export * from './metrics';
