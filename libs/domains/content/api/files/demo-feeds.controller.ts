import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { notFound, Public } from '@portevoix/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DemoFeeds } from './demo-feeds';

/** The feeds of the demo's sources over HTTP, for any feed reader; absent without a demo. */
@Controller('demo/feeds')
export class DemoFeedsController {
  constructor(private readonly feeds: DemoFeeds) {}

  @Get(':key')
  @Public()
  async feed(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.feeds.byKey(key);
    if (!found) throw notFound();
    const { type, body, etag } = found;
    reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) await reply.code(304).send();
    else await reply.type(type).send(body);
  }
}
