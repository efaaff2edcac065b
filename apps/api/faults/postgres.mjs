// The embedded PostgreSQL of `npm start`, for faults to break.
export { accountFor } from '../../../tools/postgres/account.mjs';
export { startPostgres } from '../../../tools/postgres/embedded.mjs';
