import 'reflect-metadata';
import './demo/demo-reset.entity';
import './domains';
import { ownerDataSource } from '@portevoix/platform';
import { join } from 'node:path';

/** For TypeORM's own command line (migration:generate). */
const dataSource = await ownerDataSource(process.env['DATABASE_URL'] ?? '', join(import.meta.dirname, 'migrations'));
await dataSource.destroy();
export default dataSource;
