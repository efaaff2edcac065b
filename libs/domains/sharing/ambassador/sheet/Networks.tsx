import { ShareNetwork, type ComposedShare } from '@portevoix/sharing/shared';
import { NetworkPicker, type NetworkOption } from '@portevoix/ui/ambassador';
import { useT } from '@portevoix/web';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isMain, MAIN, MARKS, otherNetworks } from '../networks';
import { texts } from '../texts';
import css from '../sharing.module.css';

const OTHERS = 'OTHERS';

export interface NetworksProps {
  value: ShareNetwork;
  onChange: (network: ShareNetwork) => void;
  compose: (network: ShareNetwork) => ComposedShare;
  instance: string;
  onInstance: (host: string) => void;
}

/** Three networks and « Autres »; each counts the post by its own rules. */
export function Networks({ value, onChange, compose, instance, onInstance }: NetworksProps) {
  const t = useT(texts);
  const [wide, setWide] = useState(!isMain(value));
  const optionOf = (network: ShareNetwork): NetworkOption<ShareNetwork> => {
    const { length, limit } = compose(network);
    return { id: network, name: t(`networks.${network}`), mark: MARKS[network], ...(limit === null ? { detail: t(`details.${network === ShareNetwork.COPY || network === ShareNetwork.EMAIL ? 'whole' : 'free'}`) } : { count: length, limit }) };
  };
  const overText = (extra: string) => t('sheet.over', { extra });
  const main: NetworkOption<ShareNetwork | typeof OTHERS>[] = [...MAIN.map(optionOf), { id: OTHERS, name: t('networks.OTHERS'), mark: 'other', detail: t('details.others') }];
  const pick = (id: ShareNetwork | typeof OTHERS) => {
    setWide(id === OTHERS);
    onChange(id === OTHERS ? (otherNetworks()[0] ?? ShareNetwork.COPY) : id);
  };
  return (
    <>
      <NetworkPicker label={t('sheet.where')} networks={main} value={wide ? OTHERS : value} onChange={pick} overText={overText} />
      {wide ? <NetworkPicker label={t('sheet.elsewhere')} networks={otherNetworks().map(optionOf)} value={value} onChange={onChange} overText={overText} /> : null}
      {value === ShareNetwork.MASTODON ? (
        <TextInput className={css.instance} label={t('sheet.instance')} placeholder="mastodon.social" value={instance} onChange={(event) => onInstance(event.currentTarget.value)} inputMode="url" autoCapitalize="none" autoCorrect="off" spellCheck={false} />
      ) : null}
    </>
  );
}
