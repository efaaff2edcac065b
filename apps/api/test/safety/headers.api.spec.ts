import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type TestApi } from '../index';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ PUBLIC_URL: 'https://voix.example.org' });
});
afterAll(() => api.close());

const policyOf = (response: Response) => new Map((response.headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim().split(/\s+/)).map(([name, ...sources]) => [name, sources] as const));

describe('every answer', () => {
  it.each(['/healthz', '/graphql', '/r/nothing8', '/nothing/at/all', '/files/pictures/x/look/y'])('to %s lets no script in but ours', async (path) => {
    const response = await fetch(`${api.url}${path}`, { redirect: 'manual' });
    const policy = policyOf(response);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect([policy.get('default-src'), policy.get('object-src'), policy.get('base-uri'), policy.get('frame-ancestors'), policy.get('form-action')]).toEqual([["'self'"], ["'none'"], ["'none'"], ["'none'"], ["'self'"]]);
    expect([...policy].filter(([name, sources]) => name !== 'style-src' && sources.some((source) => /unsafe|\*/.test(source)))).toEqual([]);
    expect(Object.fromEntries(['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'].map((name) => [name, response.headers.get(name)]))).toEqual({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin' });
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
  });
});
