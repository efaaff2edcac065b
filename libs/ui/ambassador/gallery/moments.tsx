import { IconCopy, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { Notice } from '../../shared/bits';
import { showUndo } from '../../shared/undo';
import { ActionButton, Chips, ConsentList, EmployerColumns, EmptyScene, ErrorScene, ExampleCard, FeedSkeleton, GreetingHeader, Illustration, InstallPrompt, JoinStep, ListRow, NetworkIcon, NeverCollected, OfflineBanner, PendingCard, PilotView, Principles, PulseQuestion, RowList, SectionTitle, SponsorQuote, installIcons, principlePictures } from '..';
import type from '../base/type.module.css';
import { Frame } from './frame';

export function JoiningPage() {
  const [agreed, setAgreed] = useState<Record<string, boolean>>({});
  return (
    <JoinStep back={{ label: 'Étape précédente', href: '#' }} stepText="Étape 3 sur 6 · La charte" step={3} steps={6} later={{ label: 'Plus tard', href: '#' }} title={'Trois principes,\nrien d’imposé'} reassurance="Vous pourrez changer d’avis à tout moment." primary={{ label: 'J’accepte la charte', onClick: () => undefined, disabledReason: location.search.includes('consents') && !agreed['charter'] ? 'Cochez d’abord la charte.' : null }} secondary={{ label: 'La lire en entier, 2 min', href: '#' }}>
      <Principles principles={[{ id: 'v', title: 'Volontariat', text: 'Vous entrez et sortez quand vous voulez. Refuser ne laisse aucune trace visible de votre manager.', picture: principlePictures.voluntary }, { id: 'l', title: 'Liberté', text: 'Chaque texte se modifie. Ne rien partager, ou seulement lire, est un usage normal.', picture: principlePictures.freedom }, { id: 'a', title: 'Authenticité', text: 'Vous parlez en votre nom, avec vos mots. #EquipeOrvane dit d’où vous parlez.', picture: principlePictures.authentic }]} />
      {location.search.includes('consents') ? (
        <ConsentList legend="Votre accord" onChange={(id, checked) => setAgreed({ ...agreed, [id]: checked })} items={[{ id: 'charter', label: 'J’ai lu la charte, version 2', detail: 'Du 5 oct. 2026', checked: agreed['charter'] ?? false }, { id: 'picture', label: 'Mon nom peut figurer au mur des voix', detail: 'Facultatif, retirable d’un geste', checked: agreed['picture'] ?? false }]} />
      ) : (
        <SponsorQuote quote={'«\u00a0Dites ce que vous pensez du métier, y compris ce qui est difficile. C’est cela qui se lit.\u00a0»'} name="Hélène Aubry" role="Membre du Comex, sponsor du programme" />
      )}
    </JoinStep>
  );
}

export const EmployerPage = () => (
  <Frame current="me" title="Ce que voit mon employeur">
    <p className={type.body} style={{ color: 'var(--ink-2)', marginBottom: '1rem', textWrap: 'balance' }}>Jamais vos clics un par un. Jamais un groupe de moins de 5 personnes.</p>
    <EmployerColumns mine={{ title: 'Connu de vous uniquement', pill: 'vous', items: ['Vos clics, partage par partage', 'Vos brouillons et vos «\u00a0Pas pour moi\u00a0»', 'Vos lectures', 'Vos points et votre influence', 'Vos pauses et leurs raisons'] }} group={{ title: 'Vu en groupe, dès 5 personnes', pill: 'n ≥ 5', items: ['Nombre de partages et de clics valides', 'Thèmes lus, temps d’attention', 'Réponses aux questions', 'Part de personnes actives', 'Part de personnes qui lisent'] }} />
    <NeverCollected title="Jamais collecté" items={['Vos messages privés', 'Vos contacts', 'Vos autres publications', 'Votre position', 'L’adresse IP de vos lecteurs', 'Vos mots de passe']} />
    <div style={{ marginTop: '0.625rem' }}><Notice tone="info" title={'Avec votre nom, et rien de plus\u00a0:'}>votre présence dans le programme, vos consignes lues.</Notice></div>
    <SectionTitle title="La vue du pilote, en ce moment" />
    <PilotView caption="La vue du pilote, en ce moment" columns={['Groupe', 'Partages', 'Clics valides']} tooSmall="Effectif trop faible" rows={[{ id: 'o', name: 'Octobre', size: '16 personnes', values: ['36', '512'] }, { id: 'l', name: 'Lyon', size: '9 personnes', values: ['21', '304'] }, { id: 'n', name: 'Lyon, nuit', size: 'moins de 5', values: null }]} />
  </Frame>
);

const tabs = [{ id: 'wait', label: 'En attente' }, { id: 'draft', label: 'Brouillons' }, { id: 'done', label: 'Publiés · 1' }];

export const EmptyPage = () => (
  <Frame current="share" title="Partager">
    <Chips label="Filtrer" options={tabs} chosen={['wait']} onPick={() => undefined} />
    <EmptyScene title="Rien en attente, et c’est très bien" reason="Un partage par semaine suffit. Quand un sujet vous parle, mettez-le ici avec vos mots." action={{ label: 'Voir trois idées pour vous', onClick: () => showUndo({ message: 'Brouillon supprimé', onUndo: () => undefined, seconds: 8 }) }} example={{ label: 'À quoi cela ressemblera', card: <ExampleCard icon={<NetworkIcon network="linkedin" size={17} />} detail="LinkedIn · jeudi à 8 h 30" mark="Exemple" text={'«\u00a0Hier, un élève m’a demandé pourquoi son école avait un manteau. J’ai trouvé la question parfaite…\u00a0»'} note="Vous recevez un rappel, vous publiez vous-même." /> }} />
  </Frame>
);

export const ErrorPage = () => (
  <Frame current="share" title="Partager">
    <ErrorScene title="LinkedIn n’a pas reçu votre post" happened="Votre connexion à LinkedIn a expiré hier." safe="Votre texte, au mot près. Rien n’a été publié deux fois." todo="Reconnecter LinkedIn, ou copier le texte pour le publier à la main." code="PV-NET-401 · 24 nov., 9 h 41" person={{ label: 'Écrire à Théo', href: '#' }} primary={{ label: 'Reconnecter LinkedIn', href: '#' }} secondary={{ label: 'Copier mon texte', icon: <IconCopy size={19} aria-hidden />, onClick: () => undefined }} />
  </Frame>
);

export const OfflinePage = () => (
  <Frame current="share" title="Partager">
    <Chips label="Filtrer" options={tabs} chosen={['wait']} onPick={() => undefined} />
    <div style={{ margin: '0.875rem 0 0.75rem' }}><OfflineBanner title="Vous êtes hors connexion.">Continuez à lire et à écrire{'\u00a0'}: tout partira, une seule fois, au retour du réseau.</OfflineBanner></div>
    <PendingCard icon={<NetworkIcon network="mastodon" size={17} />} detail="Mastodon" pendingLabel="En attente" text={'«\u00a0Le prix du bois baisse enfin. Je vous explique ce que ça change dans un devis de rénovation, exemple à l’appui…\u00a0»'} edit={{ label: 'Modifier', icon: <IconPencil size={18} aria-hidden />, onClick: () => undefined }} remove={{ label: 'Retirer', onClick: () => undefined }} />
    <SectionTitle title="À lire sans réseau" end="20 contenus" />
    <RowList label="À lire sans réseau">
      <ListRow href="#" thumb={<Illustration motif="school" seed="ecole" />} title="Rénover une école sans fermer les classes" detail={'4 min · lu à 46\u00a0%'} />
      <ListRow href="#" thumb={<Illustration motif="timber" seed="bois" />} title={'Le prix du bois baisse\u00a0: ce que ça change'} detail="3 min" />
      <ListRow href="#" thumb={<Illustration motif="journey" seed="mobilite" />} title="Un service mobilité ouvre lundi" detail="2 min · interne" />
    </RowList>
  </Frame>
);

export const LoadingPage = () => <Frame current="feed"><GreetingHeader greeting="Bonjour Naïma" /><FeedSkeleton label="Votre fil arrive" /></Frame>;

export function PulsePage() {
  const [answers, setAnswers] = useState<Record<string, string>>({ served: 'practice' });
  const [text, setText] = useState('');
  return (
    <Frame current="events" title="Rendez-vous">
      <div style={{ display: 'grid', gap: '1rem' }}>
        <PulseQuestion title="Deux questions, une minute" text="Café des nouveaux du 19 nov." onAnswer={(question, choice) => setAnswers({ ...answers, [question]: choice })} questions={[{ id: 'served', label: 'Ce qui vous a servi', value: answers['served'] ?? null, choices: [{ id: 'practice', label: 'La pratique' }, { id: 'talk', label: 'Les échanges' }, { id: 'example', label: 'L’exemple de Karim' }] }, { id: 'ease', label: 'Écrire avec vos mots vous semble-t-il facile\u202f?', value: answers['ease'] ?? null, scale: { low: 'Pas encore', high: 'Tout à fait' }, choices: ['1', '2', '3', '4', '5'].map((n) => ({ id: n, label: n })) }]} free={{ label: 'Un mot de plus, si vous voulez', value: text, onChange: setText, maxLength: 500 }} send={{ label: 'Envoyer', onClick: () => undefined }} skip={{ label: 'Pas cette fois', onClick: () => undefined }} privacy="Lu en groupe, dès 5 réponses. Votre nom n’y est pas." />
        <InstallPrompt title="Orvane sur votre écran d’accueil" text="Le fil s’ouvre d’un geste, même sans réseau." icon={<Illustration motif="message" seed="app" />} close={{ label: 'Ne plus proposer', onClick: () => undefined }} steps={[{ id: '1', icon: installIcons.share, text: <>Dans Safari, touchez <strong>Partager</strong></> }, { id: '2', icon: installIcons.add, text: <>Puis <strong>Sur l’écran d’accueil</strong></> }, { id: '3', text: 'Ouvrez Orvane depuis la nouvelle icône' }]} />
        <InstallPrompt title="Orvane sur votre téléphone" text="Sans magasin, 2 Mo, retirable d’un geste." close={{ label: 'Ne plus proposer', onClick: () => undefined }} install={{ label: 'Installer', onClick: () => undefined }} />
        <ActionButton label="Envoyer" busyLabel="Envoi…" />
      </div>
    </Frame>
  );
}
