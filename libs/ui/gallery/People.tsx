import { Button } from '@mantine/core';
import { IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Avatar, Card, Columns, DataTable, LaunchChecklist, Notice, PageHeader, PageTabs, Pill, Stack } from '../admin';
import type { TableSort, Tone } from '../admin';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly level: string;
  readonly state: string;
  readonly tone: Tone;
  readonly since: string;
}
const people: Person[] = [
  { id: '1', name: 'Yanis Ferrand', place: 'Travaux, Nantes', level: 'Débutant', state: 'Acceptée', tone: 'good', since: '9 oct.' },
  { id: '2', name: 'Pauline Estève', place: 'Études, Saint-Herblain', level: 'Expert', state: 'Acceptée', tone: 'good', since: '8 oct.' },
  { id: '3', name: 'Romain Lecorre', place: 'Maintenance, Nantes', level: 'Débutant', state: 'Invité', tone: 'info', since: '8 oct.' },
  { id: '4', name: 'Maïwenn Delorme', place: 'Travaux, Vertou', level: 'Débutant', state: 'En formation', tone: 'warn', since: '7 oct.' },
  { id: '5', name: 'Julien Tavernier', place: 'Commerce, Nantes', level: 'Expert', state: 'En pause', tone: 'neutral', since: '7 oct.' },
];
const tabs = [{ id: 'a', label: 'Rentrée Nantes', count: 27 }, { id: 'b', label: 'Jamais formés', count: 31 }, { id: 'c', label: 'Sans visite depuis 4 semaines', count: 14 }, { id: 'd', label: 'Tout l’annuaire', count: 1248 }];

export function People() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['1', '2']));
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<TableSort>({ column: 'name', direction: 'asc' });
  const [tab, setTab] = useState('a');
  const rows = people.filter((p) => p.name.toLowerCase().includes(query.toLowerCase())).toSorted((a, b) => a.name.localeCompare(b.name, 'fr') * (sort.direction === 'asc' ? 1 : -1));
  return (
    <>
      <PageHeader title="Personnes" crumbs={[{ label: 'Cohortes', href: '#people' }, { label: 'Annuaire, 1 248 personnes' }]} status={<Pill tone="info">En préparation</Pill>} actions={<Button leftSection={<IconPlus size={16} />}>Inviter</Button>} />
      <PageTabs tabs={tabs} active={tab} onChange={setTab} label="Vues" />
      <Columns layout="narrow">
        <DataTable
          caption="Personnes de la vue"
          columns={[
            { id: 'name', header: 'Personne', sortable: true, cell: (p) => <span style={{ display: 'inline-flex', gap: '0.625rem', alignItems: 'center' }}><Avatar name={p.name} />{p.name}</span> },
            { id: 'place', header: 'Service, ville', quiet: true, cell: (p) => p.place },
            { id: 'level', header: 'Niveau', cell: (p) => p.level },
            { id: 'state', header: 'État', cell: (p) => <Pill tone={p.tone}>{p.state}</Pill> },
            { id: 'since', header: 'Depuis', align: 'end', quiet: true, cell: (p) => p.since },
          ]}
          rows={rows}
          rowId={(p) => p.id}
          rowLabel={(p) => p.name}
          rowGone={(p) => p.id === '5'}
          sort={sort}
          onSort={setSort}
          search={{ value: query, onChange: setQuery, placeholder: 'Nom, service, ville' }}
          exporting={{ count: 27, reading: null, onExport: () => undefined, onStop: () => undefined }}
          selection={{ selected, onChange: setSelected, countLabel: (n) => `${n} sélectionnées`, selectEverything: { label: 'Choisir les 27', onSelect: () => setSelected(new Set(people.map((p) => p.id))) }, actions: <Button size="sm">Créer des binômes</Button> }}
          page={{ index: 0, size: 5, total: 27, onChange: () => undefined }}
          empty={<Notice>Personne ne correspond.</Notice>}
        />
        <Notice title="Rien de personnel ici.">Ni lectures, ni clics, ni partages par personne.</Notice>
      </Columns>
      <div style={{ height: '2.5rem' }} />
      <Stack>
        <Card>
          <LaunchChecklist
            title="Deux points bloquent le lancement"
            intro="Une campagne se prépare comme une fête. Vous pouvez déroger, en votre nom."
            progress={{ done: '2 sur 4', word: 'prêts', label: '2 points prêts sur 4' }}
            checks={[
              { id: 'a', title: 'Contenus d’accueil', meta: '6 publications prêtes à poster, dans 4 thématiques', state: 'done' },
              { id: 'b', title: 'Aucune publication dans la thématique « Métiers du froid »', meta: 'Une thématique vide à l’arrivée déçoit. Il en faut au moins une.', state: 'blocked', actions: <><Button size="sm">Ajouter</Button><Button size="sm" variant="subtle" color="gray">Déroger…</Button></> },
              { id: 'c', title: 'Le message de la sponsor n’est pas enregistré', meta: 'Hélène Vautrin. Relancée ven. 9 oct.', state: 'blocked', actions: <><Button size="sm" variant="default">Relancer</Button><Button size="sm" variant="subtle" color="gray">Déroger…</Button></> },
              { id: 'd', title: 'Invitations', meta: '24 acceptées, 3 en attente', state: 'waived' },
            ]}
          />
        </Card>
        <Button aria-disabled leftSection={<IconLock size={16} />} style={{ alignSelf: 'flex-start' }}>Lancer la cohorte</Button>
        <DataTable caption="Chargement" columns={[{ id: 'a', header: 'Titre', cell: () => null }, { id: 'b', header: 'État', cell: () => null }]} rows={[] as Person[]} rowId={(p) => p.id} rowLabel={(p) => p.name} state="loading" page={{ index: 0, size: 3, total: 0, onChange: () => undefined }} />
      </Stack>
    </>
  );
}
