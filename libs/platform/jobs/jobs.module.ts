import { Global, Module } from '@nestjs/common';
import { JobSender } from './boss';
import { Events } from './events';
import { Live } from './live';
import { Receipts } from './receipts';
import { Worker } from './worker';

@Global()
@Module({ providers: [JobSender, Events, Live, Receipts, Worker], exports: [Events, Live, Worker] })
export class JobsModule {}
