import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ApiError, NetworkFailure } from './api-error';
import { request } from './client';

const answer = (body: string, status = 200) => jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(body, { status }));
const asked = () => request<{ viewer: string }, object>('query Viewer { viewer }', { first: 1 }, { headers: { 'idempotency-key': 'k' } });

afterEach(() => jest.restoreAllMocks());

describe('a request', () => {
  it('sends one operation with the header that other sites cannot send, and gives its data', async () => {
    const fetched = answer('{"data":{"viewer":"Claire"}}');
    expect(await asked()).toEqual({ viewer: 'Claire' });
    const [url, init] = fetched.mock.calls[0]!;
    expect([url, init?.method, init?.credentials, JSON.parse(String(init?.body))]).toEqual(['/graphql', 'POST', 'same-origin', { query: 'query Viewer { viewer }', variables: { first: 1 } }]);
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json', 'x-portevoix': '1', 'idempotency-key': 'k' });
  });

  it('says what the API refused, whatever data came with it', async () => {
    answer('{"data":{"viewer":"Claire"},"errors":[{"message":"no","extensions":{"code":"FORBIDDEN"}}]}');
    await expect(asked()).rejects.toEqual(new ApiError('FORBIDDEN'));
  });

  it.each([
    ['a proxy’s page', '<html>Bad Gateway</html>', 502],
    ['nothing', '', 502],
    ['no data and no error', '{"data":null}', 200],
    ['something else', 'null', 200],
  ])('takes %s for no answer', async (_what, body, status) => {
    answer(body, status);
    const failure = await asked().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NetworkFailure);
    expect(failure).toMatchObject({ code: 'NETWORK', status });
  });

  it('takes a lost connection for no answer, and leaves alone what was given up', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(asked()).rejects.toMatchObject({ code: 'NETWORK', status: undefined });
    const aborted = new DOMException('given up', 'AbortError');
    fetched.mockRejectedValueOnce(aborted);
    await expect(asked()).rejects.toBe(aborted);
  });
});
