import { Menu } from '@mantine/core';
import { IconBell, IconChartBar, IconEar, IconFlag, IconList, IconSettings, IconSpeakerphone, IconSun, IconUserPlus, IconUsersGroup } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { ActionIcon } from '@mantine/core';
import { AdminShell, ColorSchemeSwitch, PageHeader } from '../admin';
import { Charts } from './Charts';
import { Editor } from './Editor';
import { People } from './People';
import { States } from './States';
import { Today } from './Today';

const icon = { size: 19, stroke: 1.75, 'aria-hidden': true } as const;
const nav = [
  { id: 'today', label: 'Aujourd’hui', href: '#today', icon: <IconSun {...icon} /> },
  { id: 'programme', label: 'Programme', href: '#programme', icon: <IconFlag {...icon} /> },
  { id: 'people', label: 'Cohortes', href: '#people', icon: <IconUsersGroup {...icon} /> },
  { id: 'states', label: 'Recrutement', href: '#states', icon: <IconUserPlus {...icon} />, counter: { value: 7, label: 'candidatures à examiner' } },
  { id: 'editor', label: 'Contenus', href: '#editor', icon: <IconList {...icon} />, counter: { value: 7, label: 'contenus à relire' } },
  { id: 'animation', label: 'Animation', href: '#animation', icon: <IconSpeakerphone {...icon} /> },
  { id: 'listening', label: 'Écoute', href: '#listening', icon: <IconEar {...icon} />, counter: { value: 3, label: 'questions sans réponse' } },
  { id: 'charts', label: 'Résultats', href: '#charts', icon: <IconChartBar {...icon} /> },
];

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const pages: Record<string, () => React.ReactNode> = { today: Today, charts: Charts, people: People, editor: Editor, states: States };

/** Every component with invented props, in the frame of the admin app. */
export function Gallery() {
  const hash = useSyncExternalStore(subscribe, () => location.hash.slice(1)) || 'today';
  const Page = pages[hash] ?? Missing;
  return (
    <AdminShell
      items={nav}
      secondary={[{ id: 'settings', label: 'Réglages', href: '#settings', icon: <IconSettings {...icon} /> }]}
      activeId={hash}
      places={['today', 'states', 'editor', 'listening']}
      programme={{ id: 'valmorin', name: 'Voix de Valmorin', detail: 'Test, semaine 8 sur 12' }}
      programmes={[{ id: 'valmorin', name: 'Voix de Valmorin' }, { id: 'orvane', name: 'Voix d’Orvane' }]}
      onProgramme={() => undefined}
      commands={nav.map((item) => ({ id: item.id, label: item.label, group: 'Aller à', icon: item.icon, onSelect: () => { location.hash = item.id; } }))}
      help={{ label: 'Aide et raccourcis', shortcut: '?', onOpen: () => { location.hash = 'states'; } }}
      user={{ name: 'Claire Aubanel', role: 'Pilote du programme', menu: <Menu.Item>Se déconnecter</Menu.Item> }}
      topActions={
        <ActionIcon size="lg" aria-label="Notifications">
          <IconBell size={22} stroke={1.75} />
        </ActionIcon>
      }
    >
      <Page />
    </AdminShell>
  );
}

function Missing() {
  return <PageHeader title="Page sans exemple" subtitle="Les exemples sont dans Aujourd’hui, Cohortes, Recrutement, Contenus et Résultats." actions={<ColorSchemeSwitch />} />;
}
