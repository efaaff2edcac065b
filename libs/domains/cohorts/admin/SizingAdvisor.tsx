import type { LaunchPlan, SizingAdviceQuery } from '@portevoix/graphql';
import { Pill, SkeletonRows } from '@portevoix/ui';
import { queryOf, useFormat, useT } from '@portevoix/web';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import css from './cohorts.module.css';
import { SizingAdviceDocument } from './cohorts.graphql';
import { texts } from './texts';

type Option = SizingAdviceQuery['sizingAdvice']['options'][number];

interface Props {
  people: number;
  /** The plan chosen; nothing can be chosen without `onChoose`. */
  value: LaunchPlan | null;
  onChoose?: (plan: LaunchPlan) => void;
}

/** How to launch with that many people, each way with its reasons. */
export function SizingAdvisor({ people, value, onChoose }: Props) {
  const t = useT(texts);
  const name = useId();
  const { data } = useQuery({ ...queryOf(SizingAdviceDocument, { people }), placeholderData: keepPreviousData, enabled: people > 0, staleTime: Infinity });
  if (people <= 0) return <p className={css.second}>{t('sizing.empty')}</p>;
  if (!data) return <SkeletonRows rows={2} />;
  const { band, options, recommended, people: counted } = data.sizingAdvice;
  return (
    <div aria-live="polite">
      <h3 className={css.advice}>{t('sizing.heading', { people: t('sizing.title', { count: counted }), advice: t(`sizing.${band}`) })}</h3>
      {band === 'EMPTY' ? null : <p className={css.second}>{t(`sizing.intro${band}`)}</p>}
      <div role="radiogroup" aria-label={t('sizing.chosen')} className={css.options}>
        {options.map((option) => (
          <label key={option.plan} className={css.option} data-still={onChoose ? undefined : true}>
            <input type="radio" name={name} checked={value === option.plan} disabled={!onChoose} onChange={() => onChoose?.(option.plan)} />
            <OptionText option={option} advised={recommended === option.plan} />
          </label>
        ))}
      </div>
    </div>
  );
}

function OptionText({ option: { plan, waves, followUpCards, pros, cons }, advised }: { option: Option; advised: boolean }) {
  const t = useT(texts);
  const format = useFormat();
  const label = plan === 'WAVES' ? t('sizing.waves', { label: t('sizing.WAVES', { count: waves.length }), sizes: format.list(waves.map((size) => format.number(size))) }) : t('sizing.LAUNCH_ALL');
  return (
    <span className={css.optionText}>
      <b>
        {label} {advised ? <Pill tone="good">{t('sizing.advised')}</Pill> : null}
      </b>
      <small>{t('sizing.cards', { count: followUpCards })}</small>
      <Reasons title={t('sizing.pros')} reasons={pros} />
      <Reasons title={t('sizing.cons')} reasons={cons} />
    </span>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Option['pros'] }) {
  const t = useT(texts);
  if (!reasons.length) return null;
  return (
    <small>
      <em>{title}</em> {reasons.map((reason) => t(`sizing.reasons.${reason}`)).join(' ')}
    </small>
  );
}
