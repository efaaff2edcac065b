export * from '@portevoix/illustrations';
