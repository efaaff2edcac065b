import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../access/guard';
import { Db } from '../database/db';

@Controller()
export class HealthController {
  constructor(private readonly db: Db) {}

  /** Alive: the process answers. */
  @Get('healthz')
  @Public()
  alive() {
    return { status: 'ok' };
  }

  /** Ready: the database answers too; 503 while it does not, and once the server is about to end. */
  @Get('readyz')
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    if (reply.server.life?.ending) return void (await reply.code(503).send({ status: 'unavailable', reason: 'ending' }));
    try {
      await this.db.checkReady();
      await reply.send({ status: 'ok' });
    } catch {
      await reply.code(503).header('retry-after', '2').send({ status: 'unavailable', reason: 'database' });
    }
  }
}
