import { IconBookmark, IconClock, IconDiscountCheck, IconDoorExit, IconEye, IconPlayerPause, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { Pill } from '../../shared/bits';
import { TruthLabel } from '../../shared/truth';
import { AmbassadorCard, CollectiveGoal, ContestHero, FigureTrio, IconAction, Illustration, JourneyPath, Leaderboard, ListRow, MemberHeader, PointsLedger, Reader, ReferentCard, RowList, Rule, SectionTitle, Weeks, WideSplit } from '..';
import type from '../base/type.module.css';
import { Aside, Frame } from './frame';

const html = `<p>Tout a commencé par une contrainte\u00a0: aucun bâtiment provisoire ne tenait dans la cour. Il fallait donc travailler salle par salle, le soir, et rendre chaque classe propre avant 7\u00a0h\u00a030.</p><h2>Préparer avec celles et ceux qui enseignent</h2><p>Pendant six semaines, l’équipe a relevé les habitudes de chaque étage. Quelle salle peut fermer un mercredi\u202f? Où ranger les cahiers\u202f? Ces détails ont décidé du planning, plus que les machines.</p><blockquote>«\u00a0Le matin, les enfants cherchaient ce qui avait changé. C’était devenu un jeu.\u00a0»<footer>Maud Perrin, directrice de l’école</footer></blockquote><p>Les panneaux isolants arrivent prêts à poser\u00a0: une façade se monte en quatre soirées au lieu de trois semaines. Le bruit, lui, s’arrête à 21 h, sans exception.</p><h2>Ce que la commune en retient</h2><p>Le coût reste plus élevé de 8\u00a0% qu’un chantier en site vide. Mais la commune n’a loué aucun préfabriqué, et les travaux se sont terminés avec dix jours d’avance.</p>`;
const percent = new Intl.NumberFormat('fr-FR', { style: 'percent' });

export const ReadingPage = () => (
  <Frame bare layout="wide">
    <Reader source="La Revue du bâti" title="Rénover une école sans fermer les classes" tags={<><Pill tone="accent">Partageable</Pill><Pill>Veille métier</Pill></>} dated="23 nov. 2026 · 4 min" lead="À Villeurbanne, un groupe scolaire de 1974 divise par deux sa facture de chauffage. Les 312 élèves n’ont pas manqué un jour de classe." picture={<Illustration motif="school" seed="ecole" />} html={html} back={{ label: 'Retour au fil', href: '?page=feed' }} textSizeLabel="Grand texte" tools={<IconAction label="Garder pour plus tard" icon={<IconBookmark size={22} stroke={1.8} aria-hidden />} />} share={{ label: 'Partager avec mes mots', href: '?page=share' }} progressLabel="Lecture" progressText={(read) => ({ left: `Encore ${Math.ceil((1 - read) * 4)} min`, done: `${percent.format(read)} lu` })} />
  </Frame>
);

const entries = [
  { id: '1', points: '+25', title: '42 clics valides sur «\u00a0Une école…\u00a0»', cause: 'Jeu. 19 nov. · plafond de 25', truth: <TruthLabel kind="measured" /> },
  { id: '2', points: '+10', title: 'Partage sur LinkedIn', cause: 'Jeu. 19 nov.', truth: <TruthLabel kind="declared" /> },
  { id: '3', points: '+15', title: 'Votre idée a été retenue', cause: 'Mar. 17 nov. · «\u00a0Le chantier du mois\u00a0»' },
  { id: '4', points: '+15', title: 'Retour donné après le lancement', cause: 'Ven. 13 nov.' },
  { id: '5', points: '+20', title: 'Licence obtenue, quiz réussi', cause: 'Mar. 10 nov.' },
];
const ranking = [['1', 'Mistral', '140'], ['2', 'Plume', '125'], ['3', 'Grand Large', '110'], ['4', 'Colibri, c’est vous', '85'], ['5', 'Tilleul', '80']] as const;

export function ContestPage() {
  const [joined, setJoined] = useState(true);
  const goal = <CollectiveGoal title="Ensemble, 36 publications" goal={'but\u00a0: 50'} value={36} max={50} barLabel="But du groupe" text={<>À 50, <strong>tout le groupe visite le chantier de Villeurbanne</strong>. Encore 14, et vous êtes 16.</>} />;
  const board = <Leaderboard title="Classement, si vous voulez" optIn={{ label: 'J’y figure sous le nom «\u00a0Colibri\u00a0»', detail: 'Vous pouvez en sortir, vos points restent.', checked: joined, onChange: setJoined }} places={joined ? ranking.map(([rank, name, score]) => ({ id: rank, rank, name, score, me: rank === '4' })) : []} note={'9 personnes sur 16 ont choisi d’y figurer. Cinq partages par jour au plus\u00a0: la régularité compte davantage.'} />;
  return (
    <Frame current="contest" title="Concours" layout="wide">
      <WideSplit side={<>{goal}{board}</>}>
        <ContestHero title="Les premières voix" text="Concours des nouveaux, groupe d’octobre" left={{ value: '5', label: 'jours restants' }} />
        <PointsLedger title={'Vos points\u00a0: 85'} text={'Encore 15 pour «\u00a0Voix claire\u00a0». Rien ne se perd.'} rules={{ label: 'Le règlement', href: '#' }} entries={entries} question={{ label: 'Une question sur un point\u202f?', href: '#' }} />
      </WideSplit>
    </Frame>
  );
}

const weeks = [41, 42, 43, 44, 45, 46, 47, 48].map((n) => ({ id: String(n), number: String(n), state: n === 44 ? ('rest' as const) : ('active' as const), current: n === 48, accessibleLabel: n === 44 ? 'Semaine 44, en pause' : `Semaine ${n}, active` }));
const steps = [['Accueil', 'done'], ['Formation', 'done'], ['Licence', 'done'], ['Régularité', 'now'], ['Influence', 'todo']] as const;
const words = { done: 'fait', now: 'en cours', todo: 'plus tard' };

export const MePage = () => (
  <Frame current="me" aside={<Aside />} asideLabel="Ensuite" phoneHeader={<MemberHeader name="Naïma Roussel" detail="Ambassadrice depuis le 5 oct. 2026" end={<IconAction label="Réglages" icon={<IconSettings size={22} stroke={1.8} aria-hidden />} />} />}>
    <h1 className={type.page} style={{ margin: '0.75rem 0 1rem' }}>Votre voix porte un peu plus loin chaque semaine</h1>
    <AmbassadorCard>
      <FigureTrio figures={[{ id: 'v', value: '1\u00a0284', label: 'vues', truth: <TruthLabel kind="declared" /> }, { id: 'c', value: '42', label: 'clics valides', truth: <TruthLabel kind="measured" label="Mesuré, 61 bruts" /> }, { id: 's', value: '7', label: 'sem. actives', truth: <TruthLabel kind="measured" /> }]} />
      <Rule />
      <Weeks weeks={weeks} label="Vos semaines" />
      <p className={type.second} style={{ marginTop: '0.75rem' }}>Semaine 44 en pause{'\u00a0'}: <strong>rien n’est perdu</strong>.</p>
    </AmbassadorCard>
    <SectionTitle title="Votre parcours" />
    <AmbassadorCard><JourneyPath label="Votre parcours" steps={steps.map(([label, state]) => ({ id: label, label, state, stateLabel: words[state] }))} text="Encore une semaine active, à votre rythme, et cette étape est à vous." /></AmbassadorCard>
    <SectionTitle title="Votre référent" />
    <ReferentCard name="Théo Lambert" detail="Répond en 3 h en moyenne. Présent aujourd’hui jusqu’à 18 h." write={{ label: 'Écrire à Théo', href: '#' }} />
    <SectionTitle title="Vos droits, vos choix" />
    <RowList label="Vos droits, vos choix">
      <ListRow href="?page=employer" icon={<IconEye size={20} stroke={1.8} />} tone="info" title="Ce que voit mon employeur" detail="Une page, en clair" />
      <ListRow href="#" icon={<IconDiscountCheck size={20} stroke={1.8} />} tone="good" title="Charte acceptée" detail="Version 2, le 5 oct. 2026" />
      <ListRow href="#" icon={<IconClock size={20} stroke={1.8} />} title="Mes réseaux, mes heures" detail="LinkedIn, Mastodon · 8 h – 19 h" />
      <ListRow href="#" icon={<IconPlayerPause size={20} stroke={1.8} />} title="Faire une pause" detail="Vous choisissez la date de retour" />
      <ListRow href="#" icon={<IconDoorExit size={20} stroke={1.8} />} title="Quitter le programme" detail="Avec vos données, sans avoir à dire pourquoi" />
    </RowList>
  </Frame>
);
