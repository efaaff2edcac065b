import { createRequire } from 'node:module';
import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { Config } from './config';
import { logContext } from './log-context';
import { traceFields } from './tracing/tracing';

/** API tokens, wherever they stand: in an address, in a message of a library. */
const TOKENS = /pv_[0-9A-Za-z]{22}_[0-9A-Za-z]{8,}/g;

const SECRETS = ['password', 'token', 'cookie', 'authorization', '*.password', '*.token', '*.cookie', '*.authorization', 'req.headers.cookie', 'req.headers.authorization', '*.code'];

interface DatabaseError extends Error {
  driverError?: { code?: string; constraint?: string; table?: string };
  code?: string;
}

/** Of an error, what finds its cause. A refused statement also carries its parameters, which are people's data. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, driverError, code } = error as DatabaseError;
  const { constraint, table } = driverError ?? {};
  return { type: name, message, stack, sqlState: driverError?.code ?? code, constraint, table, ...(error.cause ? { cause: errorForLog(error.cause) } : {}) };
}

/** Lines to be read by people, on a developer's machine: elsewhere the package may be missing, and JSON is as good. */
function forEyes(): DestinationStream | undefined {
  try {
    const pretty = createRequire(import.meta.url)('pino-pretty') as (options: object) => DestinationStream;
    return pretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', sync: true });
  } catch {
    return undefined;
  }
}

/** pino, with secrets redacted; also serves as Nest's logger. */
@Injectable()
export class Log implements LoggerService {
  readonly pino: Logger;

  constructor(@Inject(Config) config: Config) {
    const options = { level: config.LOG_LEVEL, serializers: { err: errorForLog }, mixin: () => ({ ...logContext(), ...traceFields() }), redact: { paths: SECRETS, censor: '[redacted]' }, hooks: { streamWrite: (line: string) => line.replace(TOKENS, 'pv_[redacted]') } };
    const stream = config.isProduction ? undefined : forEyes();
    this.pino = stream ? pino(options, stream) : pino(options);
  }

  info(context: object, message: string): void {
    this.pino.info(context, message);
  }

  warn(context: unknown, message?: string): void {
    if (typeof context === 'string') this.pino.warn(context);
    else this.pino.warn(context as object, typeof message === 'string' ? message : undefined);
  }

  error(context: unknown, message?: string): void {
    if (typeof context === 'string') this.pino.error({ stack: message }, context);
    else this.pino.error(context as object, typeof message === 'string' ? message : undefined);
  }

  /** Nest's own chatter at start is not news. */
  log(message: string): void {
    this.pino.debug(message);
  }

  debug(context: unknown, message?: string): void {
    if (typeof context === 'string') this.pino.debug(context);
    else this.pino.debug(context as object, typeof message === 'string' ? message : undefined);
  }

  verbose(message: string): void {
    this.pino.trace(message);
  }
}
