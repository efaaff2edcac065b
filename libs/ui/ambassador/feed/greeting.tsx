import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { UiLink } from '../../shared/link';
import type from '../base/type.module.css';
import css from './feed.module.css';

export interface GreetingHeaderProps {
  readonly greeting: string;
  /** The member's own gain, in people, its figure in `<strong>`; before any figure of the company. */
  readonly gain?: ReactNode;
  readonly truth?: ReactNode;
  /** The gain is fetched: a phone keeps two lines for it. */
  readonly fetched?: boolean;
}

export const GreetingHeader = ({ greeting, gain, truth, fetched }: GreetingHeaderProps) => (
  <header className={css.hello}>
    <h1 className={type.page}>{greeting}</h1>
    {gain ? <p data-fetched={fetched}>{gain} {truth}</p> : null}
  </header>
);

/** A day as a tile: 44x46, or 56x60 when large. `day` and `month` come formatted. */
export const DayTile = ({ day, month, tone, size }: { day: string; month: string; tone?: 'flat' | 'accent'; size?: 'large' }) => (
  <span className={css.day} data-tone={tone} data-size={size}><b>{day}</b><span>{month}</span></span>
);

export interface NextUpProps {
  readonly href: string;
  readonly day: string;
  readonly month: string;
  readonly when: string;
  readonly title: string;
  /** Leaves a large screen, where the side column shows it. */
  readonly phoneOnly?: boolean;
}

export const NextUp = ({ href, day, month, when, title, phoneOnly }: NextUpProps) => (
  <UiLink href={href} className={phoneOnly ? `${css.next} ${css.onlyPhone}` : css.next}>
    <DayTile day={day} month={month} />
    <span><span className={type.cap}>{when}</span><span className={type.label}>{title}</span></span>
    <IconChevronRight size={20} stroke={1.8} aria-hidden />
  </UiLink>
);

export interface ChipOption<T extends string = string> {
  readonly id: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

export interface ChipsProps<T extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly options: readonly ChipOption<T>[];
  /** The chosen ids: one for a filter, any number for a multiple choice. */
  readonly chosen: readonly T[];
  readonly onPick: (id: T) => void;
  readonly tone?: 'filter' | 'version' | 'answer';
  /** Several lines instead of a row that scrolls inside itself. */
  readonly wrap?: boolean;
  /** Many toggles: on a large screen they keep to one line until this button shows them all. */
  readonly fold?: { readonly more: string; readonly less: string };
}

/** Left and right go from one toggle to the next, round the row; Home and End to its ends. */
function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = chips.findIndex((chip) => chip === document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + chips.length, Home: 0, End: chips.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  chips[to % chips.length]?.focus();
}

/** Row of toggles. It scrolls inside itself and brings the chosen one into view. */
export function Chips<T extends string>({ fold, ...props }: ChipsProps<T>) {
  const [unfolded, setUnfolded] = useState(false);
  if (!fold) return <ChipRow {...props} />;
  return (
    <div className={css.folding}>
      <ChipRow {...props} wrap={unfolded} folded={!unfolded} />
      <button type="button" className={css.unfold} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        {unfolded ? fold.less : fold.more}
        <IconChevronDown size={18} stroke={1.8} aria-hidden />
      </button>
    </div>
  );
}

function ChipRow<T extends string>({ label, options, chosen, onPick, tone = 'filter', wrap, folded }: Omit<ChipsProps<T>, 'fold'> & { folded?: boolean }) {
  const row = useRef<HTMLDivElement>(null);
  const first = chosen[0];
  useEffect(() => {
    const box = row.current;
    const chip = box?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (!box || !chip || wrap) return;
    const left = chip.offsetLeft - box.offsetLeft - 16;
    const right = left + chip.offsetWidth + 32;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
  }, [first, wrap]);
  return (
    <div ref={row} className={css.chips} role="group" aria-label={label} data-tone={tone} data-wrap={wrap || undefined} data-fold={folded || undefined} onKeyDown={moveFocus}>
      {options.map((option) => (
        <button key={option.id} type="button" className={css.chip} aria-pressed={chosen.includes(option.id)} onClick={() => onPick(option.id)}>
          {option.icon}{option.label}
        </button>
      ))}
    </div>
  );
}

/** Cards one under the other; `end` closes the feed in words, without asking for more. */
export const Feed = ({ children, end }: { children: ReactNode; end?: ReactNode }) => (
  <div className={css.feed}>
    {children}
    {end ? <p className={`${type.second} ${css.end}`}>{end}</p> : null}
  </div>
);
