export * from './base';
export * from './shell';
export * from './feed';
export * from './share';
