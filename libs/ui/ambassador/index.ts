export * from './base';
export * from './shell';
export * from './feed';
export * from './share';
export * from './reading';
export * from './contest';
export * from './me';
