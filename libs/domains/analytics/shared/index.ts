export * from './activity';
export * from './band';
export * from './csv';
export * from './findings';
export * from './inputs';
export * from './intervals';
export * from './metrics';
export * from './privacy';
