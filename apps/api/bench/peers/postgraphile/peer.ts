import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { httpRequest } from '../../harness';

/** Its packages are no part of the repository's own: they are installed beside its server, from its own lock file. */
export function installPostGraphile(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules/postgraphile'))) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (status !== 0) throw new Error('PostGraphile could not be installed');
}

const QUERY = `query Feed($asOf: Datetime!, $pinned: Boolean!, $at: Datetime, $id: UUID, $count: Int!, $person: UUID!) {
  benchFeed(asOf: $asOf, pinned: $pinned, at: $at, id: $id, count: $count) {
    nodes {
      rowId title summary why body sourceName kind audience imageUrl illustrationMotif illustrationSeed
      wordCount publishedAt expiresAt pinnedUntil language
      instructionReceiptsByOrganisationIdAndPublicationId(condition: { personId: $person }) { nodes { at } }
      publicationThemesByOrganisationIdAndPublicationId { nodes { position themeByOrganisationIdAndThemeId { rowId name } } }
      publicationTargetsByOrganisationIdAndPublicationId { nodes { cohortByOrganisationIdAndCohortId { rowId name } groupByOrganisationIdAndGroupId { rowId name } } }
      readingsByOrganisationIdAndPublicationId(condition: { personId: $person }) { nodes { activeMs depth readAt } }
    }
  }
}`;

/** The same page as ours after `cursor`; the viewer's marks are asked for by their id. */
export function askedByPostGraphile(token: string, cursor: string | null, person: string, count: number): Buffer {
  const [asOf, pinned, at, id] = cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [number, number, number, string]) : [Date.now(), 1, null, null];
  const variables = { asOf: new Date(asOf).toISOString(), pinned: pinned === 1, at: at === null ? null : new Date(at).toISOString(), id, count, person };
  return httpRequest('POST', '/graphql', { authorization: `Bearer ${token}` }, { operationName: 'Feed', query: QUERY, variables });
}

/** Ids of an answer's publications. */
export const idsOfPostGraphile = (body: string): string[] => {
  const { data, errors } = JSON.parse(body) as { data?: { benchFeed: { nodes: { rowId: string }[] } }; errors?: unknown };
  if (!data || errors) throw new Error(`PostGraphile: ${body.slice(0, 1000)}`);
  return data.benchFeed.nodes.map(({ rowId }) => rowId);
};
