import { readFileSync } from 'node:fs';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength, validateSync } from 'class-validator';

const DEVELOPMENT_SECRET = 'development-only-secret-not-for-production';

/** Everything that an operator may set, checked at start; each name may also be given as NAME_FILE. */
export class Config {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  @IsInt() @Min(0) @Max(65535)
  PORT = 3000;

  @IsString()
  HOST = '0.0.0.0';

  @IsString() @MinLength(1)
  DATABASE_URL = '';

  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  PUBLIC_URL = 'http://localhost:3000';

  @IsOptional() @IsString()
  SMTP_URL?: string;

  @IsString()
  MAIL_FROM = 'Portevoix <portevoix@localhost>';

  /** Signs visitor hashes and stored secrets; at least 32 characters. */
  @IsString() @MinLength(32)
  PORTEVOIX_SECRET = DEVELOPMENT_SECRET;

  @IsIn(['inline', 'none'])
  PORTEVOIX_WORKER: 'inline' | 'none' = 'none';

  /** Hosts that the guarded outbound client may reach although they are internal. */
  @IsString()
  OUTBOUND_ALLOW = '';

  /** Addresses of the reverse proxies whose X-Forwarded-For is believed, comma list or CIDR; empty: nobody's. */
  @IsString()
  TRUST_PROXY = '';

  @IsString()
  LOG_LEVEL = 'info';

  /** Seconds between a signal to end and the end: what a load balancer needs to see that readiness is gone. */
  @IsInt() @Min(0) @Max(300)
  SHUTDOWN_DELAY = 0;

  /** `GET /metrics` for whoever sends it as a bearer token; on METRICS_PORT instead, where that is set. */
  @IsOptional() @IsString() @MinLength(16)
  METRICS_TOKEN?: string = undefined;

  /** A port for metrics alone, of the API or of a worker; 0: none. */
  @IsInt() @Min(0) @Max(65535)
  METRICS_PORT = 0;

  /** GraphQL points that one person may spend in an hour; 0: as many as they like. One operation costs 1,000 at most. */
  @IsInt() @Min(0)
  GRAPHQL_POINTS_PER_HOUR = 2_000_000;

  /** File of the only GraphQL operations that are taken (dist/operations.json: those of the two apps); empty: any. */
  @IsString()
  GRAPHQL_SAFELIST = '';

  /** Folder of uploaded and drawn files. */
  @IsString()
  FILES_DIR = '.portevoix/files';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  get isSecure(): boolean {
    return this.PUBLIC_URL.startsWith('https:');
  }
}

/** Reads the environment; throws one Error that names every refused variable and its rule. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const config = new Config();
  const defaults = config as unknown as Record<string, unknown>;
  const names = [...Object.keys(config), 'SMTP_URL'];
  for (const name of new Set(names)) {
    const file = env[`${name}_FILE`];
    const raw = file ? readFileSync(file, 'utf8').trim() : env[name];
    if (raw === undefined || raw === '') continue;
    defaults[name] = typeof defaults[name] === 'number' ? Number(raw) : raw;
  }
  if (config.PUBLIC_URL === new Config().PUBLIC_URL && config.PORT) config.PUBLIC_URL = `http://localhost:${config.PORT}`;
  const problems = validateSync(config).map((e) => `${e.property}: ${Object.values(e.constraints ?? {}).join(', ')}`);
  if (config.isProduction && config.PORTEVOIX_SECRET === DEVELOPMENT_SECRET) {
    problems.push('PORTEVOIX_SECRET: set your own secret of at least 32 characters in production');
  }
  if (problems.length) throw new Error(`Configuration refused:\n- ${problems.join('\n- ')}`);
  return config;
}
