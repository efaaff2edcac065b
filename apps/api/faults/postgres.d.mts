export interface StartedPostgres {
  /** A superuser's. */
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  stop: () => Promise<void>;
}
export function startPostgres(options?: { dataDir?: string; port?: number; forTests?: boolean }): Promise<StartedPostgres>;
/** Undefined: our own. */
export function accountFor(): { name: string; uid: number; gid: number } | undefined;
