import { IconHeart } from '@tabler/icons-react';
import { useState } from 'react';
import { TruthLabel } from '../../shared/truth';
import { ActionButton, Chips, Feed, FeedCard, GreetingHeader, Illustration, NextUp } from '..';
import type from '../base/type.module.css';
import { Aside, Frame } from './frame';

const filters = [
  { id: 'you', label: 'Pour vous' },
  { id: 'share', label: 'À partager' },
  { id: 'internal', label: 'Interne' },
  { id: 'watch', label: 'Veille métier' },
  { id: 'voices', label: 'Témoignages' },
];
const why = {
  label: 'Pourquoi je vois ceci\u202f?',
  closeLabel: 'Fermer',
  reasons: [
    { id: 'theme', text: <>Vous avez choisi le thème <strong>Matériaux</strong>.</> },
    { id: 'group', text: 'Le groupe d’octobre le lit beaucoup cette semaine.' },
    { id: 'never', text: 'Rien ne vient de vos comptes personnels.', never: true },
  ],
  actions: <><ActionButton label={'Moins de «\u00a0Matériaux\u00a0»'} tone="raised" size="small" /><a className={`${type.link} ${type.second}`} href="#">Mes thèmes</a></>,
};

export function FeedCards({ onShare }: { onShare?: () => void }) {
  const [read, setRead] = useState<string | null>(null);
  return (
    <Feed end="Vous avez tout vu. La suite arrive demain matin, rien ne presse.">
      <FeedCard kind="article" source={{ name: 'La Revue du bâti', letter: 'R' }} readTime="4 min" tag="Veille métier" title="Rénover une école sans fermer les classes" picture={<Illustration motif="school" seed="ecole" title="Une école en travaux sous un grand soleil" />} whyGood={{ title: 'Pourquoi c’est bon pour vous', text: 'Vous suivez les chantiers scolaires\u00a0: ce sujet assoit votre expertise auprès des collectivités.' }} share={{ label: 'Partager avec mes mots', onClick: onShare }} read={{ label: 'Lire', href: '?page=reading' }} dismiss={{ label: 'Pas pour moi', onClick: () => undefined }} why={why} />
      <FeedCard kind="instruction" band="Consigne" due="avant vendredi 27 nov." title={'Chantiers de nuit\u00a0: le badge devient obligatoire dès lundi'} text={'Présentez-le à l’accueil, même avec votre équipe. Badge oublié\u202f? Le poste de garde vous en prête un.'} acknowledge={{ label: 'J’ai lu et compris', onClick: () => setRead('Lu aujourd’hui à 9 h 41') }} acknowledged={read} foot="Jamais partageable. L’équipe sécurité verra la date de votre lecture, rien d’autre." />
      <FeedCard kind="testimony" person={{ name: 'Karim Benali', job: 'Technicien chauffage, Nantes' }} quote={'«\u00a0J’ai raconté une panne de chaudière, un lundi à 6 h. Trois personnes m’ont écrit pour venir travailler avec nous.\u00a0»'} figures={[{ label: 'clics valides', value: '128' }, { label: 'personnes l’ont lu', value: '96' }, { label: 'candidatures', value: '3' }]} dated="Chiffres mesurés au 20 nov. 2026" thank={{ label: 'Remercier Karim', icon: <IconHeart size={18} aria-hidden />, onClick: () => undefined }} consent="Publié avec son accord" />
      <FeedCard kind="internal" lock="Interne · non partageable" readTime="2 min" title="Un service mobilité ouvre lundi à Lyon et à Nantes" summary={'Changer de métier ou de ville\u00a0: Sonia Weber vous reçoit sur rendez-vous.'} picture={<Illustration motif="journey" seed="mobilite" />} read={{ label: 'Lire', href: '#' }} note="Version partageable prévue jeudi" />
      <FeedCard kind="article" compact source={{ name: 'Filière Bois Info', tone: 'good' }} readTime="3 min" tag="Veille marché" title={'Le prix du bois baisse\u00a0: ce que ça change dans vos devis'} picture={<Illustration motif="timber" seed="bois" />} why={{ ...why, initiallyOpen: true }} />
    </Feed>
  );
}

export function FeedPage({ onShare }: { onShare?: () => void }) {
  const [filter, setFilter] = useState('you');
  return (
    <Frame current="feed" aside={<Aside />} asideLabel="Ensuite">
      <GreetingHeader greeting="Bonjour Naïma" gain={<><strong>42 personnes</strong> ont lu votre partage de jeudi, et 3 ont postulé.</>} truth={<TruthLabel kind="measured" />} />
      <NextUp phoneOnly href="#" day="25" month="nov." when="Ensuite · demain à 12 h 30" title={'Atelier «\u00a0Écrire un premier post\u00a0»'} />
      <div style={{ margin: '0.625rem 0' }}><Chips label="Filtrer le fil" options={filters} chosen={[filter]} onPick={setFilter} /></div>
      <FeedCards onShare={onShare} />
    </Frame>
  );
}
