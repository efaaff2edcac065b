// The peer: what one writes first. node:http and pg, one statement that reads the link, one that writes the click.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const LINK = 'select organisation_id, id, target_url from share_link where code = $1 and not disabled';
const CLICK = `insert into click (organisation_id, id, link_id, at, hour, visitor_hash, valid, reason)
  values ($1, gen_random_uuid(), $2, now(), floor(extract(epoch from now()) / 3600)::int, $3, true, 'VALID') on conflict do nothing`;

createServer((request, response) => {
  const answer = async () => {
    const { rows } = await pool.query<{ organisation_id: string; id: string; target_url: string }>({ name: 'link', text: LINK, values: [request.url?.slice(3)] });
    const link = rows[0];
    if (!link) return response.writeHead(404, { 'content-length': 0 }).end();
    const visitor = createHash('sha256').update(`${String(request.headers['x-forwarded-for'])} ${request.headers['user-agent'] ?? ''}`).digest('base64url');
    await pool.query({ name: 'click', text: CLICK, values: [link.organisation_id, link.id, visitor] });
    return response.writeHead(302, { location: link.target_url, 'content-length': 0 }).end();
  };
  answer().catch(() => response.writeHead(500, { 'content-length': 0 }).end());
}).listen(Number(process.env['PORT']), '127.0.0.1');
