import { Controller, Get, Param, Res } from '@nestjs/common';
import { notFound, Public } from '@portevoix/platform';
import type { FastifyReply } from 'fastify';
import { CalendarFeeds } from './calendar-feeds.service';

/** The calendar for calendar programs, which send no cookie: the address holds the secret. */
@Controller('files/calendar')
export class CalendarController {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Get(':file')
  @Public()
  async calendar(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const calendar = file.endsWith('.ics') ? await this.feeds.read(file.slice(0, -4)) : null;
    if (calendar === null) throw notFound();
    await reply.headers({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' }).type('text/calendar; charset=utf-8').send(calendar);
  }
}
