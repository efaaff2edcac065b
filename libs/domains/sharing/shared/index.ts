export * from './networks';
export * from './compose';
export * from './intents';
export * from './clicks';
export * from './states';
export * from './inputs';
export * from './metrics';
