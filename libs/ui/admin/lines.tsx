import { useElementSize } from '@mantine/hooks';
import { useId, useState } from 'react';
import { useUi } from '../shared/texts';
import css from './charts.module.css';
import { niceMax, placeLabels } from './scale';

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** One by point; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

export interface LineBand {
  /** Indexes of the first and last point. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'weekend' | 'holiday';
  readonly label?: string;
}

export interface LineChartProps {
  readonly points: readonly { readonly label: string; readonly tick?: boolean; readonly full?: string }[];
  /** At most four. */
  readonly series: readonly LineSeries[];
  readonly label: string;
  readonly bands?: readonly LineBand[];
  /** Usual range, drawn as a green band: being inside is a success. */
  readonly reference?: { readonly low: number; readonly high: number; readonly label: string };
  /** Index of a point to mark with a dotted line. */
  readonly marker?: number;
  readonly max?: number;
  readonly format?: (value: number) => string;
  readonly height?: number;
}

const COLOURS = ['var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)'];
/** From the end of a line to its name, which may stand higher or lower. */
const LEADER = 18;
const DASHES = [undefined, '7 4', '2 3.5', '9 3 2 3'];

function pathOf(values: readonly (number | null)[], x: (i: number) => number, y: (v: number) => number): string {
  let path = '';
  let open = false;
  values.forEach((value, i) => {
    if (value === null) open = false;
    else {
      path += `${open ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
      open = true;
    }
  });
  return path;
}

/** Pixels of the drawing for one pixel at the usual text size: words in it grow with the reader's text. */
const textScale = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

const lastIndex = (values: readonly (number | null)[]): number => values.reduce<number>((last, value, i) => (value === null ? last : i), -1);

/** Lines that differ by dash and colour, each named at its end. */
export function LineChart({ points, series, label, bands = [], reference, marker, max, format, height = 200 }: LineChartProps) {
  const { ref, width } = useElementSize();
  const { number } = useUi();
  const hatch = useId();
  const [at, setAt] = useState<number | null>(null);
  const show = format ?? ((value: number) => number.format(value));
  const shown = series.slice(0, 4);
  const top = max ?? niceMax(Math.max(1, reference?.high ?? 0, ...shown.flatMap((s) => s.values.map((v) => v ?? 0))));
  const scale = textScale();
  const names = (Math.max(...shown.map((s) => s.label.length + 7), 8) * 6.2 + LEADER) * scale;
  // Where names at the ends of the lines would take the place of the lines, they stand under the chart.
  const isNarrow = names > Math.max(60, width * 0.34);
  const box = { left: 40 * scale, right: isNarrow ? 14 : names, top: 18 * scale, bottom: 26 * scale };
  const plot = { w: Math.max(10, width - box.left - box.right), h: Math.max(60, height - box.top - box.bottom) };
  const tall = box.top + plot.h + box.bottom;
  const step = plot.w / Math.max(1, points.length - 1);
  const x = (i: number) => box.left + i * step;
  const y = (v: number) => box.top + plot.h * (1 - v / top);
  const ends = shown.map((s) => ({ series: s, i: lastIndex(s.values) })).filter((e) => e.i >= 0);
  const labels = placeLabels(ends.map((e) => y(e.series.values[e.i] ?? 0)), 17 * scale, box.top + 4, box.top + plot.h + 8 * scale);
  const ticks = points.map((p, i) => ({ ...p, i })).filter((p) => p.tick !== false);
  const every = Math.max(1, Math.ceil((ticks.length * 46 * scale) / Math.max(plot.w, 1)));
  return (
    <div ref={ref} className={css.lines}>
      {width > 0 ? (
        <svg
          width={width}
          height={tall}
          role="img"
          aria-label={label}
          onPointerMove={(event) => setAt(Math.min(points.length - 1, Math.max(0, Math.round((event.clientX - event.currentTarget.getBoundingClientRect().left - box.left) / step))))}
          onPointerLeave={() => setAt(null)}
        >
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1" height="6" fill="var(--control-line)" fillOpacity="0.55" />
          </pattern>
          {bands.map((band, i) => {
            const from = Math.max(box.left, x(band.from) - step / 2);
            const to = Math.min(box.left + plot.w, x(band.to) + step / 2);
            return (
              <g key={i}>
                <rect x={from} y={box.top} width={Math.max(0, to - from)} height={plot.h} fill={band.kind === 'holiday' ? `url(#${hatch})` : 'var(--surface-2)'} />
                {band.label ? (
                  <text x={from + 4} y={box.top - 5}>
                    {band.label}
                  </text>
                ) : null}
              </g>
            );
          })}
          {reference ? (
            <>
              <rect x={box.left} y={y(reference.high)} width={plot.w} height={y(reference.low) - y(reference.high)} fill="var(--chart-band)" />
              <text x={box.left + 6} y={y(reference.high) + 15 * scale} style={{ fill: 'var(--good)' }}>
                {reference.label}
              </text>
            </>
          ) : null}
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line className={css.grid} x1={box.left} x2={box.left + plot.w} y1={y(top * share)} y2={y(top * share)} />
              <text x={box.left - 8} y={y(top * share) + 4 * scale} textAnchor="end">
                {show(top * share)}
              </text>
            </g>
          ))}
          {ticks.filter((_, i) => i % every === 0).map((tick) => (
            <text key={tick.i} x={x(tick.i)} y={tall - 6} textAnchor="middle">
              {tick.label}
            </text>
          ))}
          {marker === undefined && at === null ? null : <line x1={x(at ?? marker ?? 0)} x2={x(at ?? marker ?? 0)} y1={box.top} y2={box.top + plot.h} stroke="var(--control-line)" strokeDasharray="2 3" />}
          {shown.map((s, i) => (
            <path key={s.id} d={pathOf(s.values, x, y)} fill="none" stroke={COLOURS[i]} strokeWidth="2" strokeDasharray={DASHES[i]} strokeLinejoin="round" />
          ))}
          {ends.map((end, k) => {
            const value = end.series.values[end.i] ?? 0;
            const place = shown.indexOf(end.series);
            return (
              <g key={end.series.id}>
                <circle cx={x(end.i)} cy={y(value)} r="3.5" fill={COLOURS[place]} />
                {isNarrow ? null : (
                  <>
                    <line x1={x(end.i) + 3} x2={x(end.i) + LEADER} y1={y(value)} y2={labels[k] ?? 0} stroke={COLOURS[place]} />
                    <text data-strong x={x(end.i) + LEADER + 4} y={(labels[k] ?? 0) + 4 * scale}>
                      {end.series.label} {show(value)}
                    </text>
                  </>
                )}
              </g>
            );
          })}
        </svg>
      ) : (
        <div style={{ height }} />
      )}
      {isNarrow && width > 0 ? <LineNames ends={ends} shown={shown} show={show} /> : null}
      {at === null ? null : (
        <div className={css.readout} aria-hidden style={x(at) > width / 2 ? { right: width - x(at) + 10 } : { left: x(at) + 10 }}>
          <b>{points[at]?.full ?? points[at]?.label}</b>
          {shown.map((s) => {
            const value = s.values[at];
            return value === null || value === undefined ? null : (
              <div key={s.id}>
                {s.label} {show(value)}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

/** Names under a narrow chart, each with its line and its last value. */
function LineNames({ ends, shown, show }: { readonly ends: readonly { readonly series: LineSeries; readonly i: number }[]; readonly shown: readonly LineSeries[]; readonly show: (value: number) => string }) {
  return (
    <ul className={css.lineNames}>
      {ends.map(({ series, i }) => {
        const place = shown.indexOf(series);
        return (
          <li key={series.id}>
            <svg width="28" height="10" aria-hidden>
              <line x1="0" x2="28" y1="5" y2="5" stroke={COLOURS[place]} strokeWidth="2" strokeDasharray={DASHES[place]} />
            </svg>
            {series.label} <b>{show(series.values[i] ?? 0)}</b>
          </li>
        );
      })}
    </ul>
  );
}

export interface DayLinesProps extends Omit<LineChartProps, 'points' | 'bands'> {
  /** Calendar days in order, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** School or bank holidays, `YYYY-MM-DD` both included. */
  readonly holidays?: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

/** Days with their week-ends shaded and their holidays hatched: a dip there is no alarm. */
export function DayLines({ days, holidays = [], ...rest }: DayLinesProps) {
  const { language } = useUi();
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dates = days.map((day) => new Date(`${day}T00:00:00Z`));
  const points = dates.map((date) => ({ label: short.format(date), full: long.format(date), tick: date.getUTCDay() === 1 || days.length <= 10 }));
  const weekends = dates.flatMap((date, i): LineBand[] => (date.getUTCDay() % 6 === 0 ? [{ from: i, to: i, kind: 'weekend' }] : []));
  const closed = holidays.flatMap(({ from, to, label }): LineBand[] => {
    const inside = days.map((day, i) => (day >= from && day <= to ? i : -1)).filter((i) => i >= 0);
    const [first, last] = [inside[0], inside.at(-1)];
    return first === undefined || last === undefined ? [] : [{ from: first, to: last, kind: 'holiday', label }];
  });
  return <LineChart {...rest} points={points} bands={[...weekends, ...closed]} />;
}
