import { createApp, endOnSignal, loadConfig, Log, Metrics, startTracing, traceRequests, Worker, type Config } from '@portevoix/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mountRedirect } from '@portevoix/sharing/api';
import { appModule } from './app.module';
import { serveApps } from './http/apps';
import { addSecurityHeaders, securityHeaders } from './http/headers';

/** Answered before Fastify. */
const redirects = { route: '/r/:code', matches: /^\/r\/[^/?]*(\?|$)/ };

/** The HTTP server, listening; with the worker in the same process when PORTEVOIX_WORKER=inline. */
export async function startServer(config: Config = loadConfig(), appsFolder?: string): Promise<NestFastifyApplication> {
  await startTracing();
  const metrics = await Metrics.start(config);
  const app = await createApp(appModule(config), config, async (adapter) => {
    const fastify = adapter.getInstance();
    addSecurityHeaders(fastify, config);
    mountRedirect(fastify, config, { headers: securityHeaders(config) });
    traceRequests(fastify, redirects);
    metrics?.mount(fastify, redirects);
    if (appsFolder) await serveApps(fastify, appsFolder, (error) => void app.get(Log).warn({ err: error }, 'page not drawn'));
  });
  endOnSignal(app, config.SHUTDOWN_DELAY * 1000);
  await app.listen(config.PORT, config.HOST);
  if (config.PORTEVOIX_WORKER === 'inline') await app.get(Worker).start();
  return app;
}
