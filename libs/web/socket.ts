import { createClient, type Client } from 'graphql-ws';

let client: Client | undefined;

/** The page's one subscription connection, opened on first use and closed when nobody listens. */
export function socket(): Client {
  client ??= createClient({
    url: location.origin.replace(/^http/, 'ws') + '/graphql',
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    lazyCloseTimeout: 5000,
  });
  return client;
}

/** Ends the connection with its session. */
export async function closeSocket(): Promise<void> {
  await client?.dispose();
  client = undefined;
}
