/**
 * Why an outbound exchange did not give an answer. Codes are stable: interfaces translate them.
 * A name that does not exist and a name that leads to a refused address share OUTBOUND_DNS on purpose:
 * telling them apart would let a caller list the names of the internal network.
 */
export type OutboundCode =
  | 'OUTBOUND_BAD_URL'
  | 'OUTBOUND_BAD_SCHEME'
  | 'OUTBOUND_BAD_PORT'
  | 'OUTBOUND_REFUSED_ADDRESS'
  | 'OUTBOUND_DNS'
  | 'OUTBOUND_CONNECT'
  | 'OUTBOUND_TLS'
  | 'OUTBOUND_TIMEOUT'
  | 'OUTBOUND_TOO_LARGE'
  | 'OUTBOUND_TOO_MANY_REDIRECTS'
  | 'OUTBOUND_BAD_RESPONSE'
  | 'OUTBOUND_STATUS'
  | 'OUTBOUND_BUSY'
  | 'OUTBOUND_ABORTED';

export type OutboundParams = Readonly<Record<string, string | number>>;

/**
 * The only error SafeHttp throws. `params` holds what may be shown (the host asked for, the limit in force,
 * the status); never a resolved address. `cause` keeps the technical reason for the server's own log.
 */
export class OutboundError extends Error {
  override readonly name = 'OutboundError';

  constructor(
    readonly code: OutboundCode,
    readonly params: OutboundParams = {},
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
  }
}
