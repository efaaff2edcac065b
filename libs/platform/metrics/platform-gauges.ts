import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Db } from '../database/db';
import { defineGauge } from './gauges';

/** What is used of pg's pool; TypeORM exports no type for it. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

interface Queue {
  name: string;
  deferred: number;
  ready: number;
  active: number;
  failed: number;
}

/** The pool of this process, and the queues of the installation as the workers last counted them. */
@Injectable()
export class PlatformGauges implements OnApplicationBootstrap {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    private readonly db: Db,
  ) {}

  onApplicationBootstrap(): void {
    defineGauge({
      name: 'portevoix_database_connections',
      help: 'Connections of this process to PostgreSQL; waiting: requests without one',
      labels: ['state'],
      read: () => {
        const { totalCount, idleCount, waitingCount } = (this.dataSource.driver as unknown as { master: Pool }).master;
        return Promise.resolve(Object.entries({ busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }).map(([state, value]) => ({ labels: { state }, value })));
      },
    });
    defineGauge({
      name: 'portevoix_jobs',
      help: 'Jobs by queue and state, counted every few seconds by the workers',
      labels: ['queue', 'state'],
      read: async () => {
        const { rows } = await this.db.executeSql(`select name, deferred_count as deferred, ready_count as ready, active_count as active, failed_count as failed from pgboss.queue where name not like '\\_\\_%'`);
        return (rows as Queue[]).flatMap(({ name, ...states }) => Object.entries(states).map(([state, value]) => ({ labels: { queue: name, state }, value })));
      },
    });
  }
}
