import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Directory } from '@portevoix/identity/api';
import { Clock, Config } from '@portevoix/platform';
import { demoSources } from '../demo/sources';
import { writeFeed } from './write-feed';

export interface DemoFeed {
  type: string;
  body: string;
  etag: string;
}

/** The feeds of the demo's sources, at `<site>/demo/feeds/<key>`. */
@Injectable()
export class DemoFeeds {
  private readonly base: string;

  constructor(
    @Inject(Config) config: Config,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {
    this.base = `${config.PUBLIC_URL}/demo/feeds/`;
  }

  /** Null for an unknown key, and when this server holds no demo. */
  async byKey(key: string): Promise<DemoFeed | null> {
    const source = demoSources.find((known) => known.key === key);
    if (!source || !(await this.directory.demoOrganisationId())) return null;
    const { type, body } = writeFeed(source, this.clock.now());
    return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
  }

  /** The feed behind one of this server's own addresses: it need not, and may not, ask itself over the network. */
  async byUrl(url: string): Promise<DemoFeed | null> {
    return url.startsWith(this.base) ? this.byKey(url.slice(this.base.length)) : null;
  }
}
