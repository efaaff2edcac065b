import { Button, Select, Switch, TextInput } from '@mantine/core';
import { IconCalendar, IconCheck, IconTags, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { Card, Columns, DateField, EditorVariants, FormField, Freshness, HighlightedTextarea, NetworkPreview, PageHeader, Pill, PropertyGrid, Stack, SubmitBar, WorkflowSteps } from '../admin';
import type { HighlightRange } from '../admin';

const initial = 'J’ai passé la matinée dans nos ateliers de réemploi, à Rezé. On démonte, on teste, on répare\u00a0: sept pompes à chaleur sur dix repartent chez un client au lieu de finir à la benne.\n\nNous sommes fiers de cette démarche responsable.\n\nCe qui m’a surprise\u00a0: le diagnostic prend moins d’une heure. Et vous, que réparez-vous avant de remplacer\u202f?';

export function Editor() {
  const [text, setText] = useState(initial);
  const [variant, setVariant] = useState('field');
  const [date, setDate] = useState<string | null>('2026-10-15');
  const [address, setAddress] = useState('https://journal-batiment.example/flux');
  const at = text.indexOf('Nous sommes fiers');
  const ranges: HighlightRange[] = at < 0 ? [] : [{ id: 'we', start: at, end: at + 17, kind: 'warn', title: 'Ici, c’est la marque qui parle', explanation: 'Un ambassadeur publie en son nom. Avec «\u00a0nous\u00a0», ses contacts lisent un communiqué.', suggestions: [{ label: 'Je suis fière', replacement: 'Je suis fière' }, { label: 'Ça me rend fière', replacement: 'Ça me rend fière' }, { label: 'Supprimer', replacement: '', quiet: true }] }];
  return (
    <>
      <PageHeader title="Nos ateliers de réemploi" crumbs={[{ label: 'Contenus', href: '#editor' }, { label: 'À approuver', href: '#editor' }, { label: '1 sur 2' }]} actions={<><Freshness icon={<IconCheck size={14} />}>Enregistré à 9:42</Freshness><Button variant="default">Demander une modification</Button><Button leftSection={<IconCheck size={16} />}>Approuver</Button></>} />
      <WorkflowSteps label="Étapes de la publication" steps={[{ label: 'Brouillon', meta: 'Thomas Bréhat, ven. 9 oct. 16:10', state: 'done' }, { label: 'En relecture', meta: 'Mis en forme par Inès Carrel', state: 'current' }, { label: 'Approuvé', meta: 'Par vous', state: 'next' }, { label: 'Publié', meta: 'Jeu. 15 oct. 8:30, heure de Paris', state: 'next' }]} />
      <Columns>
        <Stack>
          <Card>
            <PropertyGrid items={[{ id: 'a', label: 'Thématique', icon: <IconTags size={16} aria-hidden />, value: <Pill size="md">Réemploi et RSE</Pill> }, { id: 'b', label: 'Public', icon: <IconUsersGroup size={16} aria-hidden />, value: 'Tous, 124 personnes' }, { id: 'c', label: 'Validité', icon: <IconCalendar size={16} aria-hidden />, value: '15 oct. – 15 déc. 2026' }]} />
            <Switch mt="md" label="Interne seulement" description="Lisible ici, jamais partageable, sans lien court." />
          </Card>
          <Card padding="none">
            <EditorVariants variants={[{ id: 'field', label: 'Sur le terrain' }, { id: 'expert', label: 'Experte technique' }, { id: 'short', label: 'Courte', meta: '214' }, { id: 'en', label: 'English' }]} active={variant} onChange={setVariant} label="Variantes" onAdd={() => undefined} addLabel="Ajouter une variante" status={<Pill tone="warn">1 passage à la place du «&nbsp;je&nbsp;»</Pill>} footer={<span style={{ color: 'var(--ink-2)', fontSize: 'var(--fs-xs)' }}>Aucun collègue n’a publié un texte semblable</span>}>
              <HighlightedTextarea label="Texte de la variante" value={text} onChange={setText} ranges={ranges} lang="fr" />
            </EditorVariants>
          </Card>
          <Card title="Source">
            <FormField label="Adresse du flux" htmlFor="flux" error="Cette page existe, mais ce n’est pas un flux. Nous en avons trouvé un." suggestion={{ label: 'Prendre /actualites/rss.xml', onApply: () => setAddress('https://journal-batiment.example/actualites/rss.xml') }}>
              <TextInput id="flux" value={address} onChange={(event) => setAddress(event.currentTarget.value)} error />
            </FormField>
            <DateField label="Parution" value={date} onChange={setDate} />
            <Select mt="md" label="Nature" data={['Vie de l’entreprise', 'Métier', 'Veille']} defaultValue="Métier" />
          </Card>
        </Stack>
        <Stack>
          <NetworkPreview network="linkedin" author={{ name: 'Sofia Bellec', line: 'Ressources humaines chez Valmorin' }} text={text} link={{ title: 'Réemploi : dans l’atelier où l’on répare avant de remplacer', domain: 'valmorin.example' }} length={{ used: 352, limit: 3000, note: 'LinkedIn' }} />
          <NetworkPreview network="bluesky" author={{ name: 'Sofia Bellec', line: '@sofia.example' }} text={text} link={{ title: 'Réemploi : dans l’atelier', domain: 'valmorin.example' }} length={{ used: 352, limit: 300, note: 'utilisera la variante courte' }} />
        </Stack>
      </Columns>
      <SubmitBar saved="Enregistré à 9:42">
        <Button variant="subtle" color="gray">Garder en brouillon</Button>
        <Button>Enregistrer</Button>
      </SubmitBar>
    </>
  );
}
