export * from './objective';
export * from './axis';
