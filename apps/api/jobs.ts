import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig, Log, Metrics, startTracing, Worker } from '@portevoix/platform';
import { appModule } from './app.module';

/** Takes jobs until a signal ends the process. */
export async function startWorker(): Promise<void> {
  const config = loadConfig();
  await startTracing();
  if (config.METRICS_PORT) await Metrics.start(config);
  const app = await NestFactory.createApplicationContext(appModule(config), { bufferLogs: true });
  app.useLogger(app.get(Log));
  app.enableShutdownHooks([], { useProcessExit: true });
  await app.get(Worker).start();
}
