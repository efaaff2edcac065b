import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { endTracing } from './tracing';

/** The spans of what ended last are sent too. */
@Injectable()
export class TracingEnd implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return endTracing();
  }
}
