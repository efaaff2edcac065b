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

  /** Ready: the database answers too; 503 while it does not. */
  @Get('readyz')
  @Public()
  async ready(@Res() reply: FastifyReply): Promise<void> {
    try {
      await this.db.lookup('select 1');
      await reply.send({ status: 'ok' });
    } catch {
      await reply.code(503).header('retry-after', '2').send({ status: 'unavailable', reason: 'database' });
    }
  }
}
