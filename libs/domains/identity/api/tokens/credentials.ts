import { Injectable } from '@nestjs/common';
import { Authenticator, type Claim, type RequestContext, type Viewer } from '@portevoix/platform';
import { splitToken } from '../sign-in/secrets';
import { readCookie, Sessions } from '../sign-in/sessions.service';
import { ApiTokens } from './api-tokens.service';
import { readTokenText } from './token-text';

/** Who asks: a browser by its session's cookie, or a program by `Authorization: Bearer`. */
@Injectable()
export class Credentials extends Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: ApiTokens,
  ) {
    super();
  }

  claim(headers: RequestContext['headers']): Claim | null {
    const bearer = /^Bearer (\S+)$/i.exec(String(headers['authorization'] ?? ''))?.[1];
    const token = bearer ? readTokenText(bearer) : null;
    if (token) return { ...token, isToken: true };
    const session = splitToken(bearer ?? readCookie(headers, this.sessions.cookieName) ?? '');
    return session && { ...session, isToken: false };
  }

  verify(claim: Claim): Promise<Viewer | null> {
    return claim.isToken ? this.tokens.verify(claim) : this.sessions.verify(claim);
  }
}
