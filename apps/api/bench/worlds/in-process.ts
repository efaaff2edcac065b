import { createApp, Db, loadConfig } from '@portevoix/platform';
import { appModule } from '../../app.module';
import { ORGANISATION } from '../harness';

export type Get = <S>(type: abstract new (...args: never[]) => S) => S;

export interface InProcess {
  /** In a unit of work of its own, as an operation is. */
  ask<T>(work: (get: Get) => Promise<T>, mode?: 'read' | 'write'): Promise<T>;
  close(): Promise<void>;
}

/** Our own services in this process, on a database: what a resolver asks, without HTTP and GraphQL. */
export async function inProcess(url: string, secret: string): Promise<InProcess> {
  const config = loadConfig({ ...process.env, DATABASE_URL: url, PORTEVOIX_SECRET: secret, LOG_LEVEL: 'error' });
  const app = await createApp(appModule(config), config);
  await app.init();
  const get: Get = (type) => app.get(type as never);
  return { ask: (work, mode = 'read') => app.get(Db).run(ORGANISATION, mode, () => work(get)), close: () => app.close() };
}
