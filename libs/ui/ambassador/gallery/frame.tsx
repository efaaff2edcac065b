import { IconCalendarPlus, IconEye, IconMessageCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton, AmbassadorCard, AmbassadorShell, DayTile, GoalBar, IconAction, PersonMark, placeIcons } from '..';
import type { AmbassadorShellProps } from '..';
import base from '../base/base.module.css';
import type from '../base/type.module.css';

const places = [
  { id: 'feed', label: 'Fil', href: '?page=feed', icon: placeIcons.feed },
  { id: 'share', label: 'Partager', href: '?page=share', icon: placeIcons.share },
  { id: 'contest', label: 'Concours', href: '?page=contest', icon: placeIcons.contest },
  { id: 'events', label: 'Rendez-vous', href: '?page=pulse', icon: placeIcons.events },
  { id: 'me', label: 'Moi', href: '?page=me', icon: placeIcons.me },
];

export const Aside = () => (
  <>
    <AmbassadorCard>
      <p className={type.second} style={{ marginBottom: '0.625rem' }}>Ensuite</p>
      <div className={base.inline}>
        <DayTile day="25" month="nov." tone="flat" />
        <div><p className={type.label}>Atelier « Écrire un premier post »</p><p className={type.second}>Demain, 12 h 30 · Lyon ou visio</p></div>
      </div>
      <div className={base.inline} style={{ marginTop: '0.875rem' }}>
        <ActionButton label="Je viens" tone="soft" size="small" grow href="#" />
        <ActionButton label="Agenda" tone="soft" size="small" icon={<IconCalendarPlus size={18} aria-hidden />} href="#" />
      </div>
    </AmbassadorCard>
    <AmbassadorCard>
      <div className={base.between}><p className={type.label}>Les premières voix</p><p className={type.second}>5 jours</p></div>
      <div style={{ margin: '0.75rem 0 0.5625rem' }}><GoalBar value={36} max={50} label="But du groupe" /></div>
      <p className={type.second}><strong>36 publications sur 50</strong>, tous ensemble. Il en reste 14.</p>
    </AmbassadorCard>
    <AmbassadorCard tone="flat">
      <div className={base.inline}>
        <PersonMark name="Théo Lambert" tone="good" />
        <div style={{ flex: 1 }}><p className={type.label}>Théo Lambert</p><p className={type.second}>Votre référent, répond en 3 h</p></div>
        <IconAction label="Écrire à Théo" raised icon={<IconMessageCircle size={20} stroke={1.8} aria-hidden />} />
      </div>
    </AmbassadorCard>
  </>
);

export const Frame = (props: Partial<AmbassadorShellProps> & { children: ReactNode }) => (
  <AmbassadorShell
    organisation={{ name: 'Orvane', href: '?page=feed' }}
    places={places}
    search={{ label: 'Rechercher', href: '#' }}
    inbox={{ label: 'Boîte de réception', accessibleLabel: 'Boîte de réception, 3 non lus', href: '#', count: 3 }}
    navigationLabel="Navigation principale"
    skipLabel="Aller au contenu"
    railEnd={
      <>
        <a className={`${base.inline} ${type.second}`} style={{ minHeight: '2.5rem', textDecoration: 'none' }} href="?page=employer"><IconEye size={17} aria-hidden />Ce que voit mon employeur</a>
        <div className={base.inline} style={{ marginTop: '0.5rem' }}><PersonMark name="Naïma Roussel" tone="accent" /><div><p className={type.label}>Naïma Roussel</p><p className={type.cap}>Groupe d’octobre</p></div></div>
      </>
    }
    {...props}
  />
);
