import type { RequestContext } from './request';
import type { Viewer } from './viewer';

/** What a request says of itself, before anything is verified. */
export interface Claim {
  organisationId: string;
  secret: string;
  /** An API token, and no session. */
  isToken: boolean;
}

/** Port implemented by identity: the platform knows no person and no session table. */
export abstract class Authenticator {
  /** Reads the cookie or the bearer token; null for an anonymous request. No database. */
  abstract claim(headers: RequestContext['headers']): Claim | null;
  /** Verifies the claim inside a unit of work of the claimed organisation. */
  abstract verify(claim: Claim): Promise<Viewer | null>;
}
