import { createApp, loadConfig } from '@portevoix/platform';
import { appModule } from '../app.module';

type Get = <S>(type: abstract new (...args: never[]) => S) => S;

/** Runs `work` in the application, which does not listen. */
export async function withApp<T>(work: (get: Get) => Promise<T>, schemaFile?: string): Promise<T> {
  const config = loadConfig();
  const app = await createApp(appModule(config, { schemaFile }), config);
  await app.init();
  try {
    return await work((type) => app.get(type as never));
  } finally {
    await app.close();
  }
}

/** Said without a stack: the caller can mend it. */
export class Refused extends Error {}
