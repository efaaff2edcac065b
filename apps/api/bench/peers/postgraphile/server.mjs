// The peer: PostGraphile over the same tables, the feed's choice in a SQL function of the schema "bench".
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import preset from 'postgraphile/presets/amber';

const server = createServer();
server.on('error', (error) => console.error(error));
const instance = postgraphile({
  extends: [preset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['bench'], poolSize: 10 })],
  grafserv: { port: Number(process.env.PORT), watch: false, graphiql: false },
  grafast: { explain: false },
});
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
