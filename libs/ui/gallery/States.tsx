import { Button, Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { Card, ColorSchemeSwitch, Columns, ConfirmWordModal, Distribution, EmptyState, ErrorState, LanguageSwitch, Notice, PageHeader, SkeletonChart, SkeletonFigures, SkeletonRows, Stack, Tag, TextLink, showUndo } from '../admin';

export function States() {
  const [open, setOpen] = useState(false);
  const [language, setLanguage] = useState<'fr' | 'en'>('fr');
  const remove = () => showUndo({ message: '«\u00a0Vélos de fonction\u00a0» est retirée du fil.', detail: 'Les liens déjà partagés restent valables.', onUndo: () => undefined });
  return (
    <>
      <PageHeader title="États" subtitle="Vide, chargement, erreur, annuler, effacer." actions={<><LanguageSwitch value={language} options={[{ value: 'fr', label: 'Français' }, { value: 'en', label: 'English' }]} onChange={setLanguage} /><ColorSchemeSwitch /></>} />
      <Stack>
        <EmptyState
          example={
            <>
              <b>Les premiers pas de Lyon</b>
              <p style={{ color: 'var(--ink-2)', fontSize: 'var(--fs-xs)' }}>Du 24 août au 6 sept. 34 nouveaux</p>
              <Distribution rows={[{ label: 'Pendant', count: 79, display: '79 %' }, { label: '4 sem. après', count: 56, display: '56 %' }]} />
            </>
          }
          title="Aucun concours pour Volontaires de rentrée"
          reason="Un petit concours entre nouveaux installe l’habitude. Reprenez celui de Lyon, et comparez les deux cohortes."
          action={<Button>Reprendre le concours de Lyon</Button>}
          link={<TextLink quiet href="#today">Partir d’une page blanche</TextLink>}
        />
        <ErrorState title="« Journal du Bâtiment » ne répond plus depuis hier, 18:20" happened="Le site refuse notre demande. L’adresse du flux a sans doute changé." safe="Les 23 candidats déjà reçus et vos 5 autres sources. Rien n’est perdu." todo="Vérifier l’adresse. Sinon, nous réessayons seuls, à 10:20 puis chaque heure." code="SRC-410" onRetry={() => undefined} actions={<Button>Vérifier l’adresse</Button>} />
        <Columns layout="even">
          <Card title="Chargement">
            <SkeletonRows rows={3} />
          </Card>
          <Card title="Chargement d’un graphique">
            <SkeletonChart height={140} />
          </Card>
        </Columns>
        <SkeletonFigures />
        <Columns layout="thirds">
          <Notice tone="info" title="Les nombres sont donnés par thème,">jamais par crainte.</Notice>
          <Notice tone="good" title="Enregistré.">Rien d’autre à faire.</Notice>
          <Notice tone="danger" title="Adresse refusée.">Il manque « @ ».</Notice>
        </Columns>
        <Card title="Contrôles" aside={<Tag>Étiquette</Tag>}>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem', alignItems: 'center' }}>
            <Button onClick={remove}>Retirer</Button>
            <Button variant="default" onClick={() => setOpen(true)}>Effacer ses données…</Button>
            <Button variant="light">Doux</Button>
            <Button variant="subtle" color="gray">Discret</Button>
            <Button color="danger">Détruire</Button>
            <Button disabled>Impossible</Button>
            <Button size="lg">Grand</Button>
            <Checkbox label="Choisi" defaultChecked />
            <Radio label="Tout le monde" defaultChecked name="r" />
          </div>
        </Card>
      </Stack>
      <ConfirmWordModal opened={open} onClose={() => setOpen(false)} onConfirm={() => setOpen(false)} title="Effacer les données de Julien Tavernier ?" intro="À sa demande du 9 oct. C’est le seul geste sans retour possible." gone={[<><b>Effacés :</b> profil, textes, liens personnels, réponses.</>]} kept={[<><b>Gardés :</b> les totaux, sans rien qui mène à lui.</>]} word="EFFACER" confirmLabel="Effacer ses données" keepLabel="Garder" />
    </>
  );
}
