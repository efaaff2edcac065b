export * from './mix';
export * from './transitions';
