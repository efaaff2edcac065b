export * from './day';
export * from './groups';
export * from './inputs';
export * from './roles';
export * from './zones';
