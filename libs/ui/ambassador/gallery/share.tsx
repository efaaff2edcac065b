import { IconBell, IconFeather, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { TruthLabel } from '../../shared/truth';
import { BottomSheet, ChecksList, Illustration, NetworkPicker, ShareAction, ShareAsked, ShareField, ShareResult, VariantChips } from '..';
import { FeedPage } from './feed';

const first = 'Rénover une école sans fermer les classes, c’est possible.';
const start = `${first} Sur le chantier de Villeurbanne, j’ai vu les équipes travailler de 17 h à 22 h et les élèves retrouver leur salle chaque matin. Ce que j’en retiens\u00a0: tout se joue avant, avec les enseignants et les familles du quartier.`;
const graphemes = (text: string) => [...new Intl.Segmenter('fr').segment(text)].length;

function Writing({ onGo }: { onGo: () => void }) {
  const [text, setText] = useState(start);
  const [variant, setVariant] = useState<string | null>('mine');
  const [network, setNetwork] = useState('linkedin');
  const count = graphemes(`${text}\n\n#EquipeOrvane\norv.li/7kd2`);
  const at = text.indexOf(first);
  return (
    <>
      <ShareField label="Votre texte" value={text} onChange={(value) => { setText(value); setVariant(null); }} describedBy="checks" marks={at >= 0 ? [{ from: at, to: at + first.length }] : []} link={{ title: 'Rénover une école sans fermer les classes', detail: 'orv.li/7kd2 · votre lien, vos clics', picture: <Illustration motif="school" seed="ecole" /> }} disclosure={{ tag: '#EquipeOrvane', text: 'est ajouté à chaque partage' }} />
      <VariantChips label="Autres versions" value={variant} onChange={setVariant} options={[{ id: 'mine', label: 'Mon ton', icon: <IconFeather size={16} aria-hidden /> }, { id: 'short', label: 'Plus court' }, { id: 'ask', label: 'Avec une question' }]} />
      <ChecksList id="checks" checks={[{ id: 'i', state: 'ok', text: 'Vous dites «\u00a0je\u00a0»\u00a0: c’est bien votre voix.' }, ...(at >= 0 ? [{ id: 'same', state: 'warn' as const, text: <>3 collègues ont gardé la première phrase. <strong>Changez deux mots</strong> et le texte sera le vôtre.</> }] : [])]} />
      <NetworkPicker label={'Où le publier\u202f?'} value={network} onChange={setNetwork} overText={(extra) => `${extra} de trop`} networks={[{ id: 'linkedin', name: 'LinkedIn', mark: 'linkedin', count, limit: 3000 }, { id: 'mastodon', name: 'Mastodon', mark: 'mastodon', count, limit: 500 }, { id: 'bluesky', name: 'Bluesky', mark: 'bluesky', count, limit: 300 }, { id: 'other', name: 'Autres', mark: 'other', detail: 'ou copier' }]} />
      <ShareAction leaves action={{ label: network === 'bluesky' && count > 300 ? 'Raccourcir pour Bluesky' : 'Copier et ouvrir LinkedIn', onClick: onGo }} note="Rien ne part sans vous. Brouillon enregistré à 9 h 41." />
    </>
  );
}

export function SharePage() {
  const step = new URLSearchParams(location.search).get('step') ?? 'write';
  const [at, setAt] = useState<string | null>(step);
  return (
    <>
      <FeedPage onShare={() => setAt('write')} />
      <BottomSheet opened={at === 'write'} onClose={() => setAt(null)} title="Partager avec vos mots" closeLabel="Fermer, le brouillon est gardé"><Writing onGo={() => setAt('asked')} /></BottomSheet>
      <BottomSheet opened={at === 'asked'} onClose={() => setAt(null)} title={'Avez-vous publié\u202f?'} titleHidden closeLabel="Fermer">
        <ShareAsked question={'Ouvert dans LinkedIn.\nAvez-vous publié\u202f?'} text={'Votre texte est copié\u00a0: collez-le s’il n’apparaît pas.'} copyAgain={{ label: 'Copier à nouveau', onClick: () => undefined }} yes={{ label: 'Oui', onClick: () => setAt('done') }} notYet={{ label: 'Pas encore', onClick: () => setAt(null) }} facts={[{ id: 'd', truth: <TruthLabel kind="declared" />, text: 'Votre «\u00a0oui\u00a0» note le partage, sur votre parole.' }, { id: 'm', truth: <TruthLabel kind="measured" />, text: 'Les clics sur votre lien sont comptés à part, robots exclus.' }]} foot={'Vous avez changé d’avis\u202f? Personne n’en est informé.'} />
      </BottomSheet>
      <BottomSheet opened={at === 'done'} onClose={() => setAt(null)} title="C’est noté, merci Naïma" closeLabel="Fermer">
        <ShareResult text={<>Votre 2<sup>e</sup> partage est en ligne. Voici ce qui se passe maintenant.</>} rows={[{ id: 'p', icon: '+10', tone: 'accent', title: 'Partage déclaré sur LinkedIn', detail: 'Ajoutés à vos points, avec leur cause.' }, { id: 'c', icon: <IconBell size={20} />, tone: 'good', title: 'Au premier clic, un seul message', detail: 'Jamais entre 19 h et 8 h, selon vos réglages.' }, { id: 'g', icon: <IconUsers size={20} />, tone: 'info', title: '37 publications sur 50', detail: 'Le groupe avance grâce à vous.' }]} done={{ label: 'Revenir au fil', onClick: () => setAt(null) }} undo={{ label: 'Annuler\u00a0: je n’ai pas publié', onClick: () => setAt('asked') }} />
      </BottomSheet>
    </>
  );
}
