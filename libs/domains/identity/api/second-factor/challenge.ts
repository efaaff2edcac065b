import { Inject, Injectable } from '@nestjs/common';
import { Clock, Config, type RequestContext } from '@portevoix/platform';
import { readCookie } from '../sign-in/sessions.service';
import { keyFor, seal, unseal } from './sealed';

const CHALLENGE_MS = 5 * 60_000;
const ABOUT = 'challenge';

interface Owner {
  organisationId: string;
  personId: string;
}

/**
 * That this browser has given somebody's first factor, for five minutes: a sealed cookie which scripts do not read. It
 * opens nothing by itself, and stands in no table: the operation that gives it is refused, and undone.
 */
@Injectable()
export class Challenges {
  private readonly key: Buffer;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.key = keyFor(config.PORTEVOIX_SECRET, 'second-factor challenge');
  }

  give({ organisationId, personId }: Owner, { reply }: RequestContext): void {
    const until = this.clock.now().getTime() + CHALLENGE_MS;
    const sealed = seal(this.key, ABOUT, Buffer.from(JSON.stringify({ organisationId, personId, until })));
    reply?.setCookie(this.cookieName, sealed.toString('base64url'), { httpOnly: true, secure: this.config.isSecure, sameSite: 'strict', path: '/', maxAge: CHALLENGE_MS / 1000 });
  }

  /** Whose first factor this browser gave; null when it gave none, or too long ago. */
  owner({ headers }: RequestContext): Owner | null {
    const plain = unseal(this.key, ABOUT, Buffer.from(readCookie(headers, this.cookieName) ?? '', 'base64url'));
    if (!plain) return null;
    const { organisationId, personId, until } = JSON.parse(plain.toString()) as Owner & { until: number };
    return until > this.clock.now().getTime() ? { organisationId, personId } : null;
  }

  clear({ reply }: RequestContext): void {
    reply?.clearCookie(this.cookieName, { path: '/' });
  }

  private get cookieName(): string {
    return this.config.isSecure ? '__Host-portevoix-factor' : 'portevoix-factor';
  }
}
