import type { ContestOfMineQuery } from '@portevoix/graphql';
import { BottomSheet } from '@portevoix/ui/ambassador';
import { useFormat, useT } from '@portevoix/web';
import { texts } from './texts';
import css from './contests.module.css';

interface Props {
  contest: ContestOfMineQuery['contest'];
  opened: boolean;
  onClose: () => void;
}

const CAPS = ['perDay', 'sharesPerDay', 'readsPerDay', 'clicksPerShare'] as const;

/** The rules in plain words, from the very numbers that give the points. */
export function RulesSheet({ contest, opened, onClose }: Props) {
  const t = useT(texts);
  const format = useFormat();
  const { description, rules, firstDay, lastDay, cohortName, prize, collectiveGoal } = contest;
  const prices = [
    rules.perDeclaredShare ? t('sheet.share', { count: rules.perDeclaredShare }) : '',
    rules.perValidClick ? t('sheet.click', { count: rules.perValidClick }) : '',
    rules.perRead ? t('sheet.read', { count: rules.perRead }) : '',
  ].filter(Boolean);
  const caps = CAPS.flatMap((name) => {
    const cap = rules.caps[name];
    return cap === null || cap === undefined ? [] : [t(`sheet.${name}`, { count: cap })];
  });
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t('sheet.title')} closeLabel={t('sheet.close')}>
      <div className={css.sheet}>
        {description ? <p>{description}</p> : null}
        <p>{t('sheet.dates', { from: format.date(firstDay, 'long'), to: format.date(lastDay, 'long') })} {t('sheet.who', { cohort: cohortName })}</p>
        <Part title={t('sheet.pointsTitle')} lines={[...prices, t('sheet.retract')]} />
        <Part title={t('sheet.capsTitle')} lines={caps.length ? caps : [t('sheet.noCaps')]} />
        <Part title={t('sheet.endTitle')} lines={[t('sheet.prize', { prize }), t('board.tie'), t('sheet.goal', { target: format.number(collectiveGoal.target), reward: collectiveGoal.reward })]} />
        <p>{t('sheet.frozen')}</p>
      </div>
    </BottomSheet>
  );
}

const Part = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <section>
    <strong>{title}</strong>
    <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
  </section>
);
