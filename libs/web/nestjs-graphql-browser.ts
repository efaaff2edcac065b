/**
 * What `@nestjs/graphql` becomes in the browser: its own shim (decorators that do nothing) and the scalars
 * that the shim lacks, so that input classes are the same file on both sides. Aliased by tools/vite.shared.ts.
 */
// class-transformer's decorators read types from it.
import 'reflect-metadata';

export * from '@nestjs/graphql/dist/extra/graphql-model-shim.js';

const scalar = (name: string) => ({ name });

export const Int = scalar('Int');
export const Float = scalar('Float');
export const ID = scalar('ID');
export const GraphQLISODateTime = scalar('DateTime');
export const GraphQLTimestamp = scalar('Timestamp');
