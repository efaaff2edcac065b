import { PointSource, type PointRules } from '@portevoix/contests/shared';
import { daysBetween } from '@portevoix/identity/shared';
import { Card, Stack } from '@portevoix/ui';
import { useFormat, useT } from '@portevoix/web';
import { useFormContext } from 'react-hook-form';
import { Facts } from '../Facts';
import { texts } from '../texts';
import { EXAMPLE_DAY, exampleDay } from './example';
import type { ContestValues } from './values';

const WORD = { [PointSource.DECLARED_SHARE]: 'share', [PointSource.VALID_CLICK]: 'click', [PointSource.READ]: 'read' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The rules explained by what they would give, while they are written. */
export function Example() {
  const t = useT(texts);
  const format = useFormat();
  const { watch } = useFormContext<ContestValues>();
  const [rules, firstDay, lastDay] = [watch('rules'), watch('firstDay'), watch('lastDay')];
  const { given, total, capped } = exampleDay(withNumbers(rules));
  const days = DAY.test(firstDay ?? '') && DAY.test(lastDay ?? '') && firstDay <= lastDay ? daysBetween(firstDay, lastDay) + 1 : null;
  const items = EXAMPLE_DAY.map(({ source, count }, index) => ({ id: source, label: t(`example.${WORD[source]}`, { count }), value: t('example.gives', { points: format.number(given[index] ?? 0) }) }));
  return (
    <Card title={t('example.title')}>
      <Stack>
        <p>{t('example.intro')}</p>
        <Facts items={items} />
        <p><strong>{t('example.total', { points: format.number(total) })}</strong> {capped ? t('example.capped') : null}</p>
        {days ? <p>{t('example.regular', { days: format.number(days), points: format.number(total * days) })}</p> : null}
      </Stack>
    </Card>
  );
}

/** An emptied number is a price of 0 while it is being typed. */
function withNumbers({ perDeclaredShare, perValidClick, perRead, caps }: PointRules): PointRules {
  return { perDeclaredShare: Number(perDeclaredShare) || 0, perValidClick: Number(perValidClick) || 0, perRead: Number(perRead) || 0, caps };
}
