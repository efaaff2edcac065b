import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Public } from '../access/guard';
import { Config } from '../config';
import { notFound } from '../errors';
import { Mailer } from './mail';

const escape = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const linked = (text: string) => escape(text).replace(/https?:\/\/[^\s&]+(?:&#38;[^\s&]+)*/g, (url) => `<a href="${url}">${url}</a>`);

/** The mailbox of a development machine without SMTP. Absent in production and when mail really leaves. */
@Controller('dev/mail')
export class DevMailController {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly mailer: Mailer,
  ) {}

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  list(): string {
    if (this.config.isProduction || this.config.SMTP_URL) throw notFound();
    const mails = this.mailer
      .outbox()
      .map(({ to, subject, text, sentAt }) => `<article><h2>${escape(subject)}</h2><p>${escape(to)} · <time>${sentAt}</time></p><pre>${linked(text)}</pre></article>`);
    return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Boîte de développement</title><link rel="stylesheet" href="/dev/mail/style.css"><h1>Boîte de développement</h1>${mails.join('') || '<p>Aucun message pour le moment.</p>'}</html>`;
  }

  @Get('style.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return 'body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem;background:#faf7f2;color:#1f2147}article{background:#fff;border-radius:12px;padding:1rem 1.25rem;margin:1rem 0}pre{white-space:pre-wrap;font:inherit}h2{font-size:1.1rem;margin:0}';
  }
}
