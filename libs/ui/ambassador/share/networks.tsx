import { IconArrowUpRight, IconBrandBluesky, IconBrandFacebook, IconBrandInstagram, IconBrandLinkedin, IconBrandMastodon, IconBrandThreads, IconBrandWhatsapp, IconBrandX, IconCopy, IconDots, IconMail, IconShare2 } from '@tabler/icons-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useUi } from '../../shared/texts';
import { ActionButton } from '../base/ActionButton';
import type { Action } from '../base/ActionButton';
import type from '../base/type.module.css';
import css from './share.module.css';

const marks = { linkedin: IconBrandLinkedin, mastodon: IconBrandMastodon, bluesky: IconBrandBluesky, x: IconBrandX, facebook: IconBrandFacebook, instagram: IconBrandInstagram, whatsapp: IconBrandWhatsapp, threads: IconBrandThreads, email: IconMail, copy: IconCopy, device: IconShare2, other: IconDots } as const;

export type NetworkMark = keyof typeof marks;

export const NetworkIcon = ({ network, size = 20 }: { network: NetworkMark; size?: number }) => {
  const Icon = marks[network];
  return <Icon size={size} stroke={1.8} aria-hidden />;
};

export interface NetworkOption<T extends string = string> {
  readonly id: T;
  readonly name: string;
  readonly mark: NetworkMark;
  /** Graphemes of the whole post on this network, counted by its own rules. */
  readonly count?: number;
  readonly limit?: number;
  /** In place of a count: « ou copier ». */
  readonly detail?: string;
}

export interface NetworkTileProps<T extends string> {
  readonly network: NetworkOption<T>;
  readonly name: string;
  readonly checked: boolean;
  readonly onChange: (id: T) => void;
  /** « 13 de trop », from a formatted number. */
  readonly overText: (extra: string) => string;
}

/** A network with its own count; over its limit it stays selectable and says by how much. */
export function NetworkTile<T extends string>({ network, name, checked, onChange, overText }: NetworkTileProps<T>) {
  const { number } = useUi();
  const { count, limit, detail } = network;
  const extra = count !== undefined && limit !== undefined ? count - limit : 0;
  let line: ReactNode = detail;
  if (extra > 0) line = <span className={css.over}>{overText(number.format(extra))}</span>;
  else if (count !== undefined && limit !== undefined) line = `${number.format(count)}/${number.format(limit)}`;
  return (
    <label className={css.net}>
      <input type="radio" name={name} value={network.id} checked={checked} onChange={() => onChange(network.id)} />
      <NetworkIcon network={network.mark} />
      <b>{network.name}</b>
      <span>{line}</span>
    </label>
  );
}

export interface NetworkPickerProps<T extends string> {
  readonly label: string;
  readonly networks: readonly NetworkOption<T>[];
  readonly value: T | null;
  readonly onChange: (id: T) => void;
  readonly overText: (extra: string) => string;
}

/** Radio group of networks: arrows move, space chooses. */
export function NetworkPicker<T extends string>({ label, networks, value, onChange, overText }: NetworkPickerProps<T>) {
  const name = useId();
  return (
    <fieldset className={css.nets}>
      <legend className={type.label}>{label}</legend>
      <div className={css.grid}>
        {networks.map((network) => <NetworkTile key={network.id} network={network} name={name} checked={network.id === value} onChange={onChange} overText={overText} />)}
      </div>
    </fieldset>
  );
}

/** The last step of the sheet: the one action, then what does not happen without me. */
export const ShareAction = ({ action, leaves, note }: { action: Action; leaves?: boolean; note?: ReactNode }) => (
  <div className={css.go}>
    <ActionButton size="big" full iconAfter={leaves ? <IconArrowUpRight size={20} aria-hidden /> : undefined} {...action} />
    {note ? <p className={`${type.cap} ${css.foot}`}>{note}</p> : null}
  </div>
);
