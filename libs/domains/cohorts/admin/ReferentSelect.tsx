import { queryOf, SelectField } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ReferentsDocument } from './cohorts.graphql';

/** People who may answer a cohort: community managers first, then pilots. */
export function useReferents(): { value: string; label: string }[] {
  const { data } = useQuery(queryOf(ReferentsDocument));
  const people = new Map([...(data?.managers.edges ?? []), ...(data?.pilots.edges ?? [])].map(({ node: { id, displayName } }) => [id, displayName]));
  return [...people].map(([value, label]) => ({ value, label }));
}

export function ReferentSelect({ name, label, description }: { name: string; label: string; description?: string }) {
  return <SelectField name={name} label={label} description={description} required searchable allowDeselect={false} data={useReferents()} />;
}
