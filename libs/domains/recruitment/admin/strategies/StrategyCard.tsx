import type { RecruitmentStrategiesQuery } from '@portevoix/graphql';
import { Card, IconTile } from '@portevoix/ui';
import { useT } from '@portevoix/web';
import { IconAlertTriangle, IconBuilding, IconPlus, IconRosetteDiscountCheck, IconSchool, IconShare, IconSpeakerphone, IconTarget } from '@tabler/icons-react';
import css from '../recruitment.module.css';
import { texts } from '../texts';

type Strategy = RecruitmentStrategiesQuery['strategies'][number];

const ICONS: Record<Strategy['strategy'], typeof IconPlus> = {
  VOLUNTEERS: IconSpeakerphone,
  GROUP: IconBuilding,
  MERIT: IconSchool,
  MISSION: IconTarget,
  PRIOR_ACTIVITY: IconRosetteDiscountCheck,
  REFERRAL: IconShare,
};

/** One way to recruit: what it brings, what to know, and how many it has today. */
export function StrategyCard({ strategy, pros, cons, cohorts, people }: Strategy) {
  const t = useT(texts);
  const Icon = ICONS[strategy];
  return (
    <Card padding="dense">
      <div className={css.strategyHead}>
        <IconTile tone="info">
          <Icon size={18} stroke={1.75} aria-hidden />
        </IconTile>
        <div>
          <h2>{t(`strategies.names.${strategy}`)}</h2>
          <span className={css.hint}>{t(`strategies.hints.${strategy}`)}</span>
        </div>
      </div>
      <ul className={css.traits}>
        {pros.map((trait) => (
          <li key={trait} className={css.pro}>
            <IconPlus size={15} aria-label={t('strategies.pro')} />
            <span>{t(`strategies.traits.${trait}`)}</span>
          </li>
        ))}
        {cons.map((trait) => (
          <li key={trait} className={css.con}>
            <IconAlertTriangle size={15} aria-label={t('strategies.con')} />
            <span>{t(`strategies.traits.${trait}`)}</span>
          </li>
        ))}
      </ul>
      <div className={css.strategyFoot}>
        <b>{t('strategies.cohorts', { count: cohorts })}</b>
        <span>{t('strategies.people', { count: people })}</span>
      </div>
    </Card>
  );
}
