import type { ApolloServerPlugin } from '@apollo/server';

const RETRY_SECONDS = 2;

/**
 * What a proxy or a client's library may act on without reading GraphQL: 429 and 503 say when to come back, 400 that
 * nothing was executed. An operation that was executed answers 200, whatever its fields say.
 */
export const httpStatus: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      if (body.kind !== 'single' || body.singleResult.data) return;
      const { data, errors } = body.singleResult;
      const found = (code: string) => errors?.find(({ extensions }) => extensions?.['code'] === code);
      const limited = found('RATE_LIMITED');
      if (limited) {
        const params = limited.extensions?.['params'] as { retryAfterSeconds?: number } | undefined;
        http.status = 429;
        http.headers.set('retry-after', String(params?.retryAfterSeconds ?? RETRY_SECONDS));
      } else if (found('UNAVAILABLE')) {
        http.status = 503;
        http.headers.set('retry-after', String(RETRY_SECONDS));
      } else if (data === undefined && !http.status) {
        http.status = 400;
      }
    },
  }),
};
