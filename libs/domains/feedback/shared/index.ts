export * from './pulse';
