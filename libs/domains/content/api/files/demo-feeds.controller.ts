import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { Directory } from '@portevoix/identity/api';
import { Clock, notFound, Public } from '@portevoix/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { demoSources } from '../demo/sources';
import { writeFeed } from './write-feed';

/** The feeds of the demo's sources, so that its curation is a real one over HTTP; absent without a demo. */
@Controller('demo/feeds')
export class DemoFeedsController {
  constructor(
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  @Get(':key')
  @Public()
  async feed(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const source = demoSources.find((known) => known.key === key);
    if (!source || !(await this.directory.demoOrganisationId())) throw notFound();
    const { type, body } = writeFeed(source, this.clock.now());
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) await reply.code(304).send();
    else await reply.type(type).send(body);
  }
}
