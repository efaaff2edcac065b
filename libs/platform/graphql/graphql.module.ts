import { join } from 'node:path';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule as NestGraphQLModule } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf } from '../access/request';
import { formatError } from '../errors';
import { Log } from '../log';
import { UnitOfWorkDriver } from './driver';
import { parseOptions, validationRules } from './limits';
import { Budget } from './budget';
import { Operations } from './operation';
import { Safelist } from './safelist';

@Global()
@Module({ providers: [Budget, Operations, Safelist], exports: [Operations] })
export class GraphqlModule {
  /** `schemaFile`: where to write the SDL, only the command line does. */
  static forRoot(schemaFile?: string): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        NestGraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: UnitOfWorkDriver,
          inject: [Log],
          useFactory: (log: Log): ApolloDriverConfig => ({
            path: '/graphql',
            autoSchemaFile: schemaFile ? join(schemaFile) : true,
            // Only the committed file is read by people; that the schema answers is shown when it is written.
            sortSchema: Boolean(schemaFile),
            buildSchemaOptions: { skipCheck: !schemaFile },
            graphiql: false,
            playground: false,
            introspection: true,
            allowBatchedHttpRequests: false,
            includeStacktraceInErrorResponses: false,
            csrfPrevention: { requestHeaders: ['x-portevoix', 'apollo-require-preflight'] },
            context: (request: FastifyRequest, reply: FastifyReply) => contextOf(request, reply),
            parseOptions,
            validationRules,
            plugins: [ApolloServerPluginCacheControlDisabled()],
            formatError: (formatted, error) => formatError(formatted, error, (cause) => log.error({ err: cause }, 'graphql')),
          }),
        }),
      ],
    };
  }
}
