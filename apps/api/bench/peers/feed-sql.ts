// The peer: the page by one hand-written statement over pg, answered by node:http. It knows its caller by the session too.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });

const millis = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Scalars of the caller and not a join, so that the index gives the order and the limit ends the search. */
const VISIBLE = `p.organisation_id = (select org from me) and p.status = 'PUBLISHED' and p.published_at <= $2 and (p.expires_at is null or p.expires_at > $2)
  and not exists (select 1 from publication_dismissal d where d.organisation_id = p.organisation_id and d.person_id = (select id from me) and d.publication_id = p.id)
  and (select count(*) = 0 or bool_or(t.cohort_id = any((select cohorts from me)::uuid[]) or t.group_id = any((select groups from me)::uuid[])) from publication_target t where t.organisation_id = p.organisation_id and t.publication_id = p.id)`;

/** $1 hash of the session's secret, $2 the feed's instant, $3 pinned part too, $4 and $5 the key to go on after, $6 how many. */
const PAGE = `
  with me as (
    select s.organisation_id as org, s.person_id as id,
           array(select cohort_id from cohort_membership m where m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.since <= now() and (m.until is null or m.until > now())) as cohorts,
           array(select group_id from group_membership m where m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.until is null) as groups
      from session s join person p on p.organisation_id = s.organisation_id and p.id = s.person_id and p.deactivated_at is null
     where s.secret_hash = $1 and s.revoked_at is null),
  head as (select p.id, p.published_at, true as pinned from publication p where ${VISIBLE} and p.pinned_until > $2 and $3 and ($4::timestamptz is null or (p.published_at, p.id) < ($4, $5)) order by p.published_at desc, p.id desc limit $6),
  tail as (select p.id, p.published_at, false as pinned from publication p where ${VISIBLE} and (p.pinned_until is null or p.pinned_until <= $2) and ($3 or (p.published_at, p.id) < ($4, $5)) order by p.published_at desc, p.id desc limit $6),
  chosen as (select * from (select * from head union all select * from tail) parts order by pinned desc, published_at desc, id desc limit $6),
  page as (select p.*, chosen.pinned from chosen join publication p on p.organisation_id = (select org from me) and p.id = chosen.id)
  select json_build_object('id', p.id, 'title', p.title, 'summary', p.summary, 'why', p.why, 'body', p.body, 'sourceName', p.source_name, 'kind', p.kind, 'audience', p.audience, 'imageUrl', p.image_url,
      'illustrationMotif', p.illustration_motif, 'illustrationSeed', p.illustration_seed, 'wordCount', p.word_count, 'publishedAt', ${millis('p.published_at')}, 'expiresAt', ${millis('p.expires_at')},
      'isPinned', p.pinned, 'language', p.language,
      'instructionReadAt', (select ${millis('r.at')} from instruction_receipt r where r.organisation_id = me.org and r.person_id = me.id and r.publication_id = p.id),
      'themes', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by l.position), '[]') from publication_theme l join theme t on t.organisation_id = l.organisation_id and t.id = l.theme_id where l.organisation_id = me.org and l.publication_id = p.id),
      'whyShown', coalesce(
        (select json_build_object('because', 'COHORT', 'name', c.name) from publication_target t join cohort c on c.organisation_id = t.organisation_id and c.id = t.cohort_id where t.organisation_id = me.org and t.publication_id = p.id and t.cohort_id = any(me.cohorts) order by c.name limit 1),
        (select json_build_object('because', 'GROUP', 'name', g.name) from publication_target t join "group" g on g.organisation_id = t.organisation_id and g.id = t.group_id where t.organisation_id = me.org and t.publication_id = p.id and t.group_id = any(me.groups) order by g.name limit 1),
        json_build_object('because', 'EVERYONE', 'name', null)),
      'myReading', (select json_build_object('activeMs', r.active_ms, 'depth', r.depth, 'readAt', ${millis('r.read_at')}) from reading r where r.organisation_id = me.org and r.person_id = me.id and r.publication_id = p.id)) as node
    from page p, me order by p.pinned desc, p.published_at desc, p.id desc`;

interface Node {
  isPinned: boolean;
  themes: { id: string }[];
}

/** Neighbours of one theme apart, as the product does. */
function spread(nodes: Node[]): Node[] {
  const left = [...nodes];
  const result: Node[] = [];
  while (left.length) {
    const last = result.at(-1)?.themes[0]?.id;
    const other = result.length ? left.findIndex(({ themes }) => !themes[0] || themes[0].id !== last) : 0;
    result.push(...left.splice(Math.max(other, 0), 1));
  }
  return result;
}

const FIRST = 20;

createServer((request, response) => {
  const answer = async () => {
    const secret = request.headers.authorization?.split('.')[1] ?? '';
    const after = new URL(request.url ?? '/', 'http://localhost').searchParams.get('after');
    const [asOf, pinned, at, id] = after ? (JSON.parse(Buffer.from(after, 'base64url').toString()) as [number, number, number, string]) : [Date.now(), 1, null, null];
    const { rows } = await pool.query<{ node: Node }>({ name: 'page', text: PAGE, values: [createHash('sha256').update(secret).digest(), new Date(asOf), pinned === 1, at === null ? null : new Date(at), id, FIRST + 1] });
    const nodes = rows.slice(0, FIRST).map(({ node }) => node);
    const shown = [...nodes.filter(({ isPinned }) => isPinned), ...spread(nodes.filter(({ isPinned }) => !isPinned))];
    const body = Buffer.from(JSON.stringify({ data: { feed: { edges: shown.map((node) => ({ node })), pageInfo: { hasNextPage: rows.length > FIRST } } } }));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  };
  answer().catch((error: unknown) => response.writeHead(500, { 'content-length': 0, 'x-error': encodeURIComponent(String(error)) }).end());
}).listen(Number(process.env['PORT']), '127.0.0.1');
