import { ActivityKind } from '@portevoix/analytics/shared';
import type { Person } from '@portevoix/identity/api';
import { newId } from '@portevoix/platform';
import type { Client, TestApi, TestOrganisation } from '@portevoix/testing';
import { Activity, type Fact } from './activity/activity.service';

/** Facts as the other domains tell them, and what the dashboard makes of them. */

export const DASHBOARD = `query ($from: String!, $to: String!, $compareFrom: String, $compareTo: String, $cohortId: ID, $origin: RecruitmentOrigin) {
  dashboard(from: $from, to: $to, compareFrom: $compareFrom, compareTo: $compareTo, cohortId: $cohortId, origin: $origin) { figures { metricId value previous suppressed } } }`;
export const MARCH = { from: '2026-03-01', to: '2026-03-31' };

export const record = (api: TestApi, organisation: TestOrganisation, facts: Fact[]) => organisation.write(() => api.app.get(Activity).record(facts));
export const fact = (kind: ActivityKind, person: Person, at: string, more: Partial<Fact> = {}): Fact => ({ source: newId(), kind, personId: person.id, at: new Date(at), ...more });
export const connected = (person: Person, at: string) => fact(ActivityKind.CONNECTED, person, at);

/** By the metric's id. */
export async function figures(client: Client, variables: object): Promise<Record<string, { value: number | null; previous: number | null; suppressed: string | null }>> {
  const { dashboard } = await client.ok(DASHBOARD, { ...variables });
  return Object.fromEntries(dashboard.figures.map(({ metricId, ...rest }: { metricId: string }) => [metricId, rest]));
}

/** A share that went through these kinds, one minute after the other. */
export function share(person: Person, network: string, at: string, kinds: ActivityKind[], publicationId = newId()): Fact[] {
  const subjectId = newId();
  return kinds.map((kind, index) => fact(kind, person, new Date(new Date(at).getTime() + index * 60_000).toISOString(), { subjectId, network, publicationId }));
}
