export * from './day';
export * from './fields';
export * from './groups';
export * from './inputs';
export * from './moves';
export * from './privacy';
export * from './roles';
export * from './zones';
