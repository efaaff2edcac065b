import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModuleRef } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import { useServer } from 'graphql-ws/use/ws';
import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { GraphQLError, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../access/request';
import { formatError } from '../errors';
import { Log } from '../log';
import { asGraphQLError, toldToComeBack } from './away';
import { bindFieldResolvers } from './bound-resolvers';
import { httpStatus } from './http-status';
import { Operations } from './operation';
import { checkedDocument } from './limits';

type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** Apollo with our own executor: one unit of work around the whole operation, over HTTP and over the socket. */
@Injectable()
export class UnitOfWorkDriver extends ApolloDriver {
  private sockets: { dispose(): void | Promise<void> } | null = null;

  constructor(private readonly modules: ModuleRef) {
    super(modules['container'].getModules());
  }

  override async registerServer(options: ApolloDriverConfig & { schema?: GraphQLSchema }): Promise<void> {
    const { schema, ...rest } = options;
    if (!schema) throw new Error('No schema');
    const operations = this.modules.get(Operations, { strict: false });
    bindFieldResolvers(schema, this.modules.get(DiscoveryService, { strict: false }), this.modules.get(MetadataScanner, { strict: false }));
    this.acceptSockets(schema, operations, options.path ?? '/graphql');
    const executor: Executor = ({ document, request, operationName, context }) =>
      operations.execute({ schema, document, operationName, variableValues: request.variables, contextValue: context }).then(toldToComeBack, (error: unknown) => toldToComeBack({ errors: [asGraphQLError(error)] }));
    const gateway: GatewayInterface = {
      onSchemaLoadOrUpdate: (use) => {
        use({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({ executor }),
      stop: async () => undefined,
    };
    // After Nest's own plugins, one of which says 200 to every answer that has data, if only null.
    const plugins = [...(rest.plugins ?? []), httpStatus];
    await super.registerServer({ ...rest, plugins, typeDefs: undefined, resolvers: undefined, schema: undefined, gateway } as ApolloDriverConfig);
  }

  private acceptSockets(schema: GraphQLSchema, operations: Operations, path: string): void {
    const log = this.modules.get(Log, { strict: false });
    const server = this.httpAdapterHost.httpAdapter.getHttpServer() as import('node:http').Server;
    const wss = new WebSocketServer({ noServer: true, maxPayload: 200_000 });
    const format = (error: Error) => formatError({ message: error.message, extensions: refusedByGraphql(error) }, error, (cause) => log.error({ err: cause }, 'subscription'));
    this.sockets = useServer(
      {
        schema,
        execute: (args) => operations.execute(args),
        subscribe: (args) => operations.subscribe(args) as ReturnType<typeof import('graphql').subscribe>,
        onSubscribe: (_context, _id, { query, variables, operationName }): ExecutionArgs | readonly GraphQLError[] => {
          try {
            const { document, errors } = checkedDocument(schema, query);
            return errors.length ? errors : { schema, document, operationName, variableValues: variables };
          } catch (error) {
            return [error as GraphQLError];
          }
        },
        context: ({ extra }): RequestContext => {
          const { request } = extra as { request: IncomingMessage };
          return { headers: request.headers, ip: request.socket.remoteAddress ?? '', reply: null, viewer: null };
        },
        onError: (_context, _id, _payload, errors) => errors.map((error) => format(error) as never),
        onNext: (_context, _id, _payload, _args, result) => (result.errors ? { ...result, errors: result.errors.map((e) => format(e) as never) } : result),
      },
      wss,
    );
    // Open sockets would hold the server when it closes.
    (this.httpAdapterHost.httpAdapter.getInstance() as FastifyInstance).life?.atEnd.push(() => this.closeSockets());
    server.on('upgrade', (request, socket, head) => {
      const protocols = String(request.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
      const ours = URL.parse(request.url ?? '/', 'http://localhost')?.pathname === path;
      if (!ours || !protocols.includes(GRAPHQL_TRANSPORT_WS_PROTOCOL) || !sameOrigin(request)) return socket.destroy();
      wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request));
    });
  }

  private async closeSockets(): Promise<void> {
    const { sockets } = this;
    this.sockets = null;
    await sockets?.dispose();
  }

  override async stop(): Promise<void> {
    await this.closeSockets();
    await super.stop();
  }
}

/** Parsing and validation know no code of ours; Apollo gives it over HTTP. */
const refusedByGraphql = (error: Error) => (error instanceof GraphQLError && !error.originalError ? { code: 'GRAPHQL_VALIDATION_FAILED' } : undefined);

/** A page of another site must not open a socket with our cookie. Tools send no Origin. */
function sameOrigin({ headers }: IncomingMessage): boolean {
  // What is no address (`null`) is not ours; it must not end the process either.
  return !headers.origin || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host);
}
