import { Button } from '@mantine/core';
import { IconMessageQuestion, IconPhoto, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { Card, Columns, Freshness, GaugeCard, MixMeter, Notice, PageHeader, PhaseTrack, QueueList, Stack, TextLink } from '../admin';
import type { FigureDefinition, QueueItem } from '../admin';

const small = (text: string) => (
  <Button size="sm" variant="default">
    {text}
  </Button>
);
const question = <IconMessageQuestion size={18} stroke={1.75} />;
const queue: QueueItem[] = [
  { id: '1', icon: question, tone: 'warn', title: 'Puis-je partager pendant mes congés\u202f?', meta: 'Léa Montignac, Commerce Lyon. Samir Kermadec n’a pas encore répondu', age: 'depuis 3 j 4 h', ageTone: 'warn', action: small('Répondre') },
  { id: '2', icon: question, tone: 'warn', title: '«\u00a0Mon manager trouve que je perds du temps. Que dire\u202f?\u00a0»', meta: 'Question anonyme, fil Écoute', age: 'depuis 2 j 19 h', ageTone: 'warn', action: small('Répondre') },
  { id: '3', icon: <IconUserCheck size={18} stroke={1.75} />, tone: 'info', title: '7 candidatures à examiner', meta: '4 débutants motivés et 3 experts\u00a0: l’équilibre tient', age: 'la plus ancienne\u00a0: ven. 9 oct.', action: small('Examiner') },
  { id: '4', icon: <IconPhoto size={18} stroke={1.75} />, tone: 'accent', title: '5 contributions du terrain à relire', meta: 'Dont «\u00a0Chantier des Docks, avant et après\u00a0»', age: 'la plus ancienne\u00a0: jeu. 8 oct.', action: small('Relire') },
];
export const readers: FigureDefinition = {
  title: 'Lecteurs réels',
  text: 'Personnes distinctes ayant gardé un contenu visible et actif assez longtemps pour le lire, en allant au moins à 60\u00a0% du texte.',
  formula: 'temps actif ≥ mots ÷ 4 par seconde, et profondeur ≥ 60\u00a0%',
  version: 3,
  note: 'Ouvrir n’est pas lire\u00a0: 104 personnes ont ouvert, 96 ont lu.',
};
const measured = { kind: 'measured', definition: readers } as const;

export function Today() {
  return (
    <>
      <PageHeader eyebrow="Lundi 12 octobre 2026" title="Bonjour Claire. Trois questions attendent depuis plus de 48 h." actions={<Freshness icon={<IconRefresh size={14} aria-hidden />}>Données jusqu’à 8:05</Freshness>} />
      <Stack>
        <Card title="Où nous en sommes" titleSize="small" aside={<span style={{ color: 'var(--ink-2)' }}>Les premiers résultats sont lisibles depuis la semaine 4. <TextLink href="#charts">Lire le bilan</TextLink></span>}>
          <PhaseTrack
            label="Phases du programme"
            position="semaine 8 sur 12"
            next="Ensuite : Recrutement régional, à partir du 16 nov."
            phases={[
              { id: 'a', label: 'Préparation', dates: '15 juin – 21 août', weight: 12, state: 'done' },
              { id: 'b', label: 'Test (POC)', dates: '24 août – 15 nov.', weight: 26, state: 'current', progress: 0.603 },
              { id: 'c', label: 'Recrutement régional', dates: '16 nov. – 8 janv.', weight: 20, state: 'next' },
              { id: 'd', label: 'Relance de janvier', dates: '11 janv. – 12 févr.', weight: 18, state: 'next' },
              { id: 'e', label: 'Toutes les filiales', dates: 'à partir du 15 févr.', weight: 20, state: 'next' },
            ]}
          />
        </Card>
        <Columns layout="thirds">
          <GaugeCard title="Nouveaux" truth={measured} value="24" unit="en 4 semaines" delta={{ text: '+6', tone: 'good', versus: 'depuis vendredi' }} spark={[4, 7, 5, 8]} gauge={{ value: 0.667, target: 0.833, label: '24 sur un objectif de 30' }} note="Il en manque 6 pour l’objectif de 30 au 15 nov." />
          <GaugeCard title="Habitude hebdomadaire" truth={measured} value="61 %" unit="76 sur 124" delta={{ text: '+3 points', tone: 'good', versus: 'sur une semaine' }} spark={[31, 44, 52, 55, 54, 58, 61]} sparkEmphasis="last" hue={3} gauge={{ value: 0.61, target: 0.6, label: '61 % pour un objectif de 60 %' }} note="Objectif de 60 % atteint pour la première fois." />
          <GaugeCard title="Relancés" truth={measured} value="9" unit="revenus sur 21" delta={{ text: '43 %', versus: 'des personnes relancées' }} spark={[1, 2, 2, 4]} hue={4} gauge={{ value: 0.43, target: 0.52, label: '9 revenus pour un objectif de 11' }} note="Objectif : une personne sur deux, soit 11." />
        </Columns>
        <Columns>
          <Card title="Qui vous attend" aside={<TextLink href="#people">Tout voir, 17</TextLink>}>
            <QueueList label="Qui vous attend" items={queue} />
          </Card>
          <Card title="L’équilibre est bon">
            <MixMeter left="11 experts" right="13 débutants motivés" share={0.458} zoneLabel="zone idéale, 40 à 60 %" note="46 % d’experts. Un test avec des experts seuls serait faussé." label="11 experts, 13 débutants motivés ; zone idéale de 40 à 60 % d’experts" />
            <div style={{ marginTop: '1rem' }}>
              <Notice tone="accent" title="Relance proposée : mardi 3 nov." action={<Button size="sm">Voir le plan</Button>}>
                14 personnes ne sont pas venues depuis 4 semaines.
              </Notice>
            </div>
          </Card>
        </Columns>
      </Stack>
    </>
  );
}
