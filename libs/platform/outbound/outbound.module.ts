import { type DynamicModule, Module } from '@nestjs/common';
import { SafeHttp, type SafeHttpOptions } from './safe-http';

/** Gives every module the one SafeHttp of the process, so that limits per host hold across domains. */
@Module({})
export class OutboundModule {
  static register(options: SafeHttpOptions = { allow: process.env['OUTBOUND_ALLOW'] }): DynamicModule {
    return {
      module: OutboundModule,
      global: true,
      providers: [{ provide: SafeHttp, useFactory: () => new SafeHttp(options) }],
      exports: [SafeHttp],
    };
  }
}
