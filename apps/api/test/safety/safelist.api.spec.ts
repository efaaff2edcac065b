import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { writeOperations } from '../../../../tools/operations.mjs';
import { appDocuments } from '../documents';
import { startApi, type Answer, type Client, type TestApi } from '../index';

const ROOT = join(import.meta.dirname, '../../../..');

let folder: string;
let api: TestApi;
let pilot: Client;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portevoix-safelist-'));
  const file = join(folder, 'operations.json');
  writeOperations(ROOT, file);
  api = await startApi({ GRAPHQL_SAFELIST: file });
  pilot = await (await api.organisation()).client(Role.PILOT);
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = async (query: string) => (await pilot.gql(query)).errors?.[0]?.extensions.code;

describe('an installation that takes the operations of its apps only', () => {
  it('takes each of them, however it is written', async () => {
    const documents = appDocuments().filter(({ query }) => !query.startsWith('subscription'));
    expect(documents.length).toBeGreaterThan(80);
    const refused = [];
    for (const { name, query } of documents) if ((await codeOf(query)) === 'OPERATION_UNKNOWN') refused.push(name);
    expect(refused).toEqual([]);
    // One of them signed out.
    const reader = await (await api.organisation()).client();
    const { query } = documents.find(({ name }) => name === 'Metrics')!;
    await reader.ok(`# of another shape\n${query.replace(/\s+/g, '  ')}`);
  });

  it('refuses any other, over the socket too', async () => {
    for (const query of ['{ viewer { email } }', 'query Metrics { metricDefinitions { id label version formula unit } }', '{ __typename }', '{ __schema { queryType { name } } }']) expect(await codeOf(query)).toBe('OPERATION_UNKNOWN');
    // What waits in a page of another release stays there until both are of one.
    expect((await pilot.gql('{ viewer { email } }')).errors?.[0]?.extensions).toEqual({ code: 'OPERATION_UNKNOWN', params: {} });
    const client = createClient({ url: `${api.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    const code = await new Promise<unknown>((resolve) => {
      client.subscribe({ query: '{ viewer { email } }' }, { next: ({ errors }) => resolve(errors?.[0]?.extensions?.['code']), error: (errors) => resolve((errors as Answer['errors'])?.[0]?.extensions.code), complete: () => resolve('COMPLETE') });
    });
    await client.dispose();
    expect(code).toBe('OPERATION_UNKNOWN');
  });
});
