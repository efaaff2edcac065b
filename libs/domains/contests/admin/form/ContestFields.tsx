import { SimpleGrid } from '@mantine/core';
import { GoalMetric } from '@portevoix/contests/shared';
import { Card, Stack } from '@portevoix/ui';
import { DateField, NumberField, queryOf, SelectField, TextareaField, TextField, useT } from '@portevoix/web';
import { useQuery } from '@tanstack/react-query';
import { ContestCohorts } from '../contests.graphql';
import { texts } from '../texts';
import { Example } from './Example';

const PRICES = ['perDeclaredShare', 'perValidClick', 'perRead'] as const;
const CAPS = ['perDay', 'sharesPerDay', 'readsPerDay', 'clicksPerShare'] as const;

/** Every field of a contest, with the example of its rules beside them. */
export function ContestFields() {
  const t = useT(texts);
  const cohorts = useQuery(queryOf(ContestCohorts)).data?.cohorts ?? [];
  const metrics = Object.values(GoalMetric).map((value) => ({ value, label: t(`metrics.${value}`) }));
  return (
    <Stack>
      <Card title={t('form.what')}>
        <Stack>
          <SelectField name="cohortId" label={t('form.cohort')} description={t('form.cohortHint')} required searchable data={cohorts.map(({ id, name }) => ({ value: id, label: name }))} />
          <TextField name="name" label={t('form.name')} required autoComplete="off" />
          <TextareaField name="description" label={t('form.description')} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <DateField name="firstDay" label={t('form.firstDay')} description={t('form.daysHint')} required />
            <DateField name="lastDay" label={t('form.lastDay')} description={t('form.daysHint')} required />
          </SimpleGrid>
          <TextField name="prize" label={t('form.prize')} description={t('form.prizeHint')} required autoComplete="off" />
        </Stack>
      </Card>
      <Card title={t('form.goal')}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <SelectField name="collectiveGoal.metric" label={t('form.metric')} required allowDeselect={false} data={metrics} />
            <NumberField name="collectiveGoal.target" label={t('form.target')} required min={1} />
          </SimpleGrid>
          <TextField name="collectiveGoal.reward" label={t('form.reward')} description={t('form.prizeHint')} required autoComplete="off" />
        </Stack>
      </Card>
      <Card title={t('form.points')}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {PRICES.map((name) => <NumberField key={name} name={`rules.${name}`} label={t(`form.${name}`)} required min={0} />)}
          </SimpleGrid>
          <p>{t('form.capsHint')}</p>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {CAPS.map((name) => <NumberField key={name} name={`rules.caps.${name}`} label={t(`form.${name}`)} min={1} />)}
          </SimpleGrid>
        </Stack>
      </Card>
      <Example />
    </Stack>
  );
}
