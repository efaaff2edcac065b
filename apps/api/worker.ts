import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig, Log, Worker } from '@portevoix/platform';
import { appModule } from './app.module';

const app = await NestFactory.createApplicationContext(appModule(loadConfig()), { bufferLogs: true });
app.useLogger(app.get(Log));
app.enableShutdownHooks([], { useProcessExit: true });
await app.get(Worker).start();
