export * from './calls';
export * from './inputs';
export * from './invitations';
export * from './mix';
export * from './profile';
export * from './strategies';
export * from './transitions';
export * from './metrics';
