import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/guard';
import { RateLimits } from './access/rate-limits';
import { Clock } from './clock';
import { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { FileStore, LocalFileStore } from './files/file-store';
import { Pictures } from './files/pictures';
import { ArgumentsGuard } from './graphql/arguments.guard';
import { GraphqlModule } from './graphql/graphql.module';
import { JobsModule } from './jobs/jobs.module';
import { Log } from './log';
import { DevMailController } from './mail/dev-mail.controller';
import { Mailer } from './mail/mail';
import { OutboundModule } from './outbound';
import { AccessCheck } from './access/access-check';
import { PlatformGauges } from './metrics/platform-gauges';
import { HealthController } from './http/health.controller';
import { TracingEnd } from './tracing/tracing-end';

/** The server kernel; knows no domain. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, options: { schemaFile?: string } = {}): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule, JobsModule, DiscoveryModule, GraphqlModule.forRoot(options.schemaFile), OutboundModule.register({ allow: config.OUTBOUND_ALLOW })],
      controllers: [DevMailController, HealthController],
      providers: [{ provide: Config, useValue: config }, { provide: APP_GUARD, useClass: AccessGuard }, { provide: APP_GUARD, useClass: ArgumentsGuard }, PlatformGauges, TracingEnd, Clock, { provide: FileStore, useClass: LocalFileStore }, Log, Mailer, Pictures, RateLimits, AccessCheck],
      exports: [Config, Clock, FileStore, Log, Mailer, Pictures, RateLimits],
    };
  }
}
