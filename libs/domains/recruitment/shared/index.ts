export * from './mix';
export * from './origins';
export * from './transitions';
