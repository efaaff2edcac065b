import { Inject, Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Config } from '../config';
import { newId } from '../ids';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
  /** The same at each attempt: makes the Message-ID, by which mail servers know a mail that they already have. */
  key?: string;
}

export interface KeptMail extends Mail {
  id: string;
  sentAt: string;
}

/**
 * Sends through SMTP_URL. Without it, and never in production, keeps the last 200 mails in memory for `/dev/mail`.
 * Call it from a job, never inside a unit of work.
 */
@Injectable()
export class Mailer {
  private transport: Promise<Transporter> | null = null;
  private readonly kept: KeptMail[] = [];

  constructor(@Inject(Config) private readonly config: Config) {}

  /** True when mail can leave, or be read at `/dev/mail`. */
  get canSend(): boolean {
    return Boolean(this.config.SMTP_URL) || !this.config.isProduction;
  }

  async send(mail: Mail): Promise<void> {
    if (this.config.SMTP_URL) {
      const transport = await (this.transport ??= connect(this.config.SMTP_URL));
      const { key, ...rest } = mail;
      const messageId = key && `<${key}@${new URL(this.config.PUBLIC_URL).hostname}>`;
      await transport.sendMail({ from: this.config.MAIL_FROM, ...rest, ...(messageId ? { messageId } : {}) });
      return;
    }
    if (this.config.isProduction) throw new Error('SMTP_URL is not set: mail cannot be sent');
    this.kept.unshift({ ...mail, id: newId(), sentAt: new Date().toISOString() });
    this.kept.length = Math.min(this.kept.length, 200);
  }

  /** Development only: what would have been sent, newest first. */
  outbox(): readonly KeptMail[] {
    return this.kept;
  }
}

/** Loaded with the first mail: most processes send none. */
async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({ url, connectionTimeout: 5000, socketTimeout: 10_000 });
}
