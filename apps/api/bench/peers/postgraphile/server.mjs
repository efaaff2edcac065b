// PostGraphile 5 over the product's own tables, answered by node:http. The page is chosen by one SQL function, as its
// manual has it for what a condition cannot say; all the rest are its own connections. It knows its caller by the session.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { makePgService } from 'postgraphile/adaptors/pg';

const connectionString = process.env.DATABASE_URL;

/** The same rule as in the hand-written statement; `bench.secret` is the hash of the session's secret. */
const VISIBLE = `p.organisation_id = (select org from me) and p.status = 'PUBLISHED' and p.published_at <= as_of and (p.expires_at is null or p.expires_at > as_of)
  and not exists (select 1 from publication_dismissal d where d.organisation_id = p.organisation_id and d.person_id = (select id from me) and d.publication_id = p.id)
  and (select count(*) = 0 or bool_or(t.cohort_id = any((select cohorts from me)::uuid[]) or t.group_id = any((select groups from me)::uuid[])) from publication_target t where t.organisation_id = p.organisation_id and t.publication_id = p.id)`;

const FUNCTIONS = `
  create schema if not exists bench;
  create or replace function bench.feed(as_of timestamptz, pinned boolean, at timestamptz, id uuid, count int) returns setof publication language sql stable as $$
    with me as (
      select s.organisation_id as org, s.person_id as id,
             array(select cohort_id from cohort_membership m where m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.since <= now() and (m.until is null or m.until > now())) as cohorts,
             array(select group_id from group_membership m where m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.until is null) as groups
        from session s join person p on p.organisation_id = s.organisation_id and p.id = s.person_id and p.deactivated_at is null
       where s.secret_hash = decode(current_setting('bench.secret'), 'hex') and s.revoked_at is null),
    head as (select p.id, p.published_at, true as is_pinned from publication p where ${VISIBLE} and p.pinned_until > as_of and feed.pinned and (feed.at is null or (p.published_at, p.id) < (feed.at, feed.id)) order by p.published_at desc, p.id desc limit feed.count),
    tail as (select p.id, p.published_at, false as is_pinned from publication p where ${VISIBLE} and (p.pinned_until is null or p.pinned_until <= as_of) and (feed.pinned or (p.published_at, p.id) < (feed.at, feed.id)) order by p.published_at desc, p.id desc limit feed.count),
    chosen as (select * from (select * from head union all select * from tail) parts order by is_pinned desc, published_at desc, id desc limit feed.count)
    select p.* from chosen join publication p on p.organisation_id = (select org from me) and p.id = chosen.id order by chosen.is_pinned desc, p.published_at desc, p.id desc
  $$;`;

const owner = new pg.Client({ connectionString });
await owner.connect();
await owner.query(FUNCTIONS);
await owner.end();

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['public', 'bench'], poolConfig: { max: 10 } })],
  grafast: {
    context: ({ node }) => {
      const secret = node?.req.headers.authorization?.split('.')[1] ?? '';
      return { pgSettings: { 'bench.secret': createHash('sha256').update(secret).digest('hex') } };
    },
    explain: false,
  },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
};

const pgl = postgraphile(preset);
if (process.argv.includes('--schema')) {
  const { printSchema } = await import('postgraphile/graphql');
  console.log(printSchema((await pgl.getSchemaResult()).schema));
  process.exit();
}
const server = createServer();
await pgl.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1');
