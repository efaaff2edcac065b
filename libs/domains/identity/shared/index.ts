export * from './day';
export * from './groups';
export * from './inputs';
export * from './privacy';
export * from './roles';
export * from './zones';
