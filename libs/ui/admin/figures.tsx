import { IconCheck } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { Card } from '../shared/layout';
import { TruthLabel } from '../shared/truth';
import type { TruthLabelProps } from '../shared/truth';
import { useUiTexts } from '../shared/texts';
import css from './figures.module.css';

/** Colour of a mark; the accent (1) is for action and « now », never for data. */
export type ChartHue = 2 | 3 | 4 | 5;
const mark = (hue: ChartHue): CSSProperties => ({ '--mark': `var(--chart-${hue})` }) as CSSProperties;
const percent = (share: number): string => `${Math.min(100, Math.max(0, share * 100))}%`;

export interface Delta {
  readonly text: ReactNode;
  readonly tone?: 'good' | 'warn' | 'danger' | 'neutral';
  /** What it is compared with: « contre 101 ». */
  readonly versus?: ReactNode;
}

function DeltaLine({ delta }: { readonly delta?: Delta }) {
  if (!delta) return <p className={css.delta} />;
  return (
    <p className={css.delta}>
      <b data-tone={delta.tone ?? 'neutral'}>{delta.text}</b> {delta.versus}
    </p>
  );
}

export interface Kpi {
  readonly label: ReactNode;
  /** Already formatted by Intl. */
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  readonly delta?: Delta;
  /** How the figure is known; one label by part when a figure adds two. */
  readonly truths: readonly TruthLabelProps[];
  readonly extra?: ReactNode;
}

/** Key figures in one strip. */
export function KpiStrip({ items }: { readonly items: readonly Kpi[] }) {
  return (
    <div className={css.strip}>
      {items.map((item, i) => (
        <section key={i} className={css.cell}>
          <h2>{item.label}</h2>
          <p className={css.kpi}>
            {item.value}
            {item.unit ? <small>{item.unit}</small> : null}
          </p>
          <DeltaLine delta={item.delta} />
          <div className={css.truths}>
            {item.truths.map((truth, j) => (
              <TruthLabel key={j} {...truth} />
            ))}
            {item.extra ? <span>{item.extra}</span> : null}
          </div>
        </section>
      ))}
    </div>
  );
}

export interface TargetGaugeProps {
  /** 0 to 1. */
  readonly value: number;
  /** 0 to 1: where the 2 px tick stands. */
  readonly target?: number;
  readonly hue?: ChartHue | 'accent' | 'info';
  readonly label: string;
}

/** Bar of 8 px with the tick of its target. */
export function TargetGauge({ value, target, hue = 3, label }: TargetGaugeProps) {
  const colour = typeof hue === 'number' ? `var(--chart-${hue})` : `var(--${hue})`;
  return (
    <div className={css.gauge} role="img" aria-label={label} style={{ '--mark': colour } as CSSProperties}>
      <i style={{ width: percent(value) }} />
      {target === undefined ? null : <u style={{ insetInlineStart: percent(target) }} />}
    </div>
  );
}

/** Bars of the last periods, decorative: the last figure is written beside. `emphasis` keeps the colour for the last one. */
export function Sparkbars({ values, hue = 2, emphasis = 'all' }: { readonly values: readonly number[]; readonly hue?: ChartHue; readonly emphasis?: 'all' | 'last' }) {
  const max = Math.max(...values, 1);
  return (
    <div className={css.spark} aria-hidden style={mark(hue)}>
      {values.map((value, i) => (
        <i key={i} style={{ height: percent(value / max) }} data-muted={(emphasis === 'last' && i < values.length - 1) || undefined} />
      ))}
    </div>
  );
}

export interface GaugeCardProps {
  readonly title: ReactNode;
  readonly truth: TruthLabelProps;
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  readonly delta?: Delta;
  readonly spark?: readonly number[];
  readonly sparkEmphasis?: 'all' | 'last';
  readonly hue?: ChartHue;
  /** 0 to 1, with what it says in words. */
  readonly gauge?: { readonly value: number; readonly target?: number; readonly label: string };
  readonly note?: ReactNode;
}

/** One aim: its figure, its trend, how far the target is. */
export function GaugeCard({ title, truth, value, unit, delta, spark, sparkEmphasis, hue = 2, gauge, note }: GaugeCardProps) {
  return (
    <Card>
      <div className={css.gaugeHead}>
        <h2>{title}</h2>
        <TruthLabel {...truth} />
      </div>
      <div className={css.gaugeRow}>
        <div>
          <p className={css.kpi}>
            {value}
            {unit ? <small>{unit}</small> : null}
          </p>
          <DeltaLine delta={delta} />
        </div>
        {spark ? <Sparkbars values={spark} hue={hue} emphasis={sparkEmphasis} /> : null}
      </div>
      {gauge ? <TargetGauge {...gauge} hue={hue} /> : null}
      {note ? <p className={css.note}>{note}</p> : null}
    </Card>
  );
}

export interface Phase {
  readonly id: string;
  readonly label: ReactNode;
  readonly dates: ReactNode;
  /** Share of the track, any unit (weeks). */
  readonly weight: number;
  readonly state: 'done' | 'current' | 'next';
  /** 0 to 1, for the current phase. */
  readonly progress?: number;
}

export interface PhaseTrackProps {
  readonly phases: readonly Phase[];
  readonly label: string;
  /** Where the current phase stands: « semaine 8 sur 12 ». */
  readonly position: string;
  /** What follows, for the narrow screen. */
  readonly next?: ReactNode;
}

/** Phases of the programme side by side; under 50em (800 px) only the current one, with its gauge. */
export function PhaseTrack({ phases, label, position, next }: PhaseTrackProps) {
  const texts = useUiTexts();
  const current = phases.find((phase) => phase.state === 'current');
  return (
    <>
      <ol className={css.track} aria-label={label}>
        {phases.map((phase) => (
          <li key={phase.id} className={css.phase} data-state={phase.state} style={{ flex: phase.weight }} aria-current={phase.state === 'current' ? 'step' : undefined}>
            <div className={css.phaseBar} title={typeof phase.label === 'string' ? phase.label : undefined}>
              {phase.state === 'done' ? <IconCheck size={15} aria-label={texts.done} role="img" /> : null}
              {phase.state === 'current' ? <i style={{ width: percent(phase.progress ?? 0) }} /> : null}
              <span>{phase.label}</span>
            </div>
            <small>{phase.dates}</small>
          </li>
        ))}
      </ol>
      {current ? (
        <div className={css.trackSmall}>
          <div className={css.trackSmallHead}>
            <b>{current.label}</b>
            <span>{position}</span>
          </div>
          <TargetGauge value={current.progress ?? 0} hue="accent" label={position} />
          {next ? <p className={css.note}>{next}</p> : null}
        </div>
      ) : null}
    </>
  );
}

export interface MixMeterProps {
  readonly left: ReactNode;
  readonly right: ReactNode;
  /** Share of the left part, 0 to 1. */
  readonly share: number;
  /** Ideal zone of the left part, 0 to 1; the frame drawn over the bar. */
  readonly zone?: readonly [number, number];
  readonly zoneLabel?: ReactNode;
  readonly note?: ReactNode;
  /** The same in words for a screen reader. */
  readonly label: string;
}

/** How two profiles are mixed, with the outlined zone where the mix is good. */
export function MixMeter({ left, right, share, zone = [0.4, 0.6], zoneLabel, note, label }: MixMeterProps) {
  return (
    <div>
      <div className={css.mixLabels}>
        <span>{left}</span>
        <span>{right}</span>
      </div>
      <div className={css.mix} role="img" aria-label={label}>
        {share > 0 ? <i style={{ width: percent(share) }} data-full={share >= 1 || undefined} /> : null}
        <u style={{ insetInlineStart: percent(zone[0]), width: percent(zone[1] - zone[0]) }} />
      </div>
      {zoneLabel ? <p className={css.mixZone}>{zoneLabel}</p> : null}
      {note ? <p className={css.note}>{note}</p> : null}
    </div>
  );
}
