export * from './activity';
export * from './band';
export * from './findings';
export * from './habit';
export * from './inputs';
export * from './intervals';
export * from './metrics';
export * from './privacy';
