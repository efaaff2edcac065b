export * from './inputs';
export * from './states';
export * from './voice';
export * from './firstPerson';
export * from './kinds';
export * from './pictures';
export * from './reading';
export * from './similarity';
