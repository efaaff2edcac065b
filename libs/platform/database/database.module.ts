import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config';
import { createDataSource } from './data-source';
import { Db } from './db';

@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Config],
      useFactory: async (config: Config) => createDataSource(config.DATABASE_URL).initialize(),
    },
    Db,
  ],
  exports: [Db, DataSource],
})
export class DatabaseModule {}
