import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Card, ChartCard, ClickWaterfall, Columns, DayLines, Distribution, HeatMatrix, IntervalDots, KpiStrip, LineChart, NetworkBars, PageHeader, PageTabs, Stack, StarRow } from '../admin';
import { readers } from './Today';

const measured = { kind: 'measured', definition: readers } as const;
const declared = { kind: 'declared', definition: readers } as const;
const estimated = { kind: 'estimated', definition: readers } as const;
const days = Array.from({ length: 28 }, (_, i) => new Date(Date.UTC(2026, 9, 1 + i)).toISOString().slice(0, 10));
const networks = [
  { label: 'LinkedIn', measured: 138, declared: 92, intended: 44 },
  { label: 'WhatsApp', measured: 0, declared: 31, intended: 22 },
  { label: 'Bluesky', measured: 21, declared: 4, intended: 3 },
  { label: 'Mastodon', measured: 17, declared: 3, intended: 2 },
  { label: 'Facebook', measured: 0, declared: 19, intended: 16 },
];
const tabs = [{ id: 'all', label: 'Vue d’ensemble', href: '#charts' }, { id: 'content', label: 'Contenus', count: 31, href: '#editor' }, { id: 'people', label: 'Cohortes', href: '#people' }, { id: 'aims', label: 'Objectifs', href: '#today' }, { id: 'roi', label: 'Retour sur investissement', href: '#states' }];
const heat = (value: number, readersCount: number) => ({ value, meta: `${readersCount} lect.`, strength: (value - 60) / 100 });

export function Charts() {
  return (
    <>
      <PageHeader title="Les partages progressent de 18 %, portés par LinkedIn" crumbs={[{ label: 'Résultats', href: '#charts' }, { label: 'Voix de Valmorin, cohortes lancées, 124 personnes' }]} actions={<Button variant="default" leftSection={<IconDownload size={16} />}>Exporter ce qui est affiché</Button>} />
      <PageTabs tabs={tabs} active="all" label="Résultats" />
      <Stack>
        <KpiStrip
          items={[
            { label: 'Personnes connectées', value: '109', unit: 'sur 124', delta: { text: '+8', tone: 'good', versus: 'contre 101' }, truths: [measured] },
            { label: 'Lecteurs réels', value: '96', delta: { text: '+8', tone: 'good', versus: 'contre 88' }, truths: [measured] },
            { label: 'Partages', value: '325', delta: { text: '+18 %', tone: 'good', versus: 'contre 275' }, truths: [{ ...measured, label: '176 vérifiés' }, { ...declared, label: '149 déclarés' }] },
            { label: 'Clics valides', value: '1 284', delta: { text: '+15 %', tone: 'good', versus: 'contre 1 121' }, truths: [measured], extra: '3 917 bruts' },
            { label: 'Équivalent média', value: '2 950 €', delta: { text: '', versus: 'entre 1 930 et 4 110 €' }, truths: [estimated] },
          ]}
        />
        <Columns layout="even">
          <ChartCard
            title="Sept partages sur dix se font sur LinkedIn"
            truths={[measured, declared]}
            note="230 sur 325. Une intention n’est pas un partage."
            chart={<NetworkBars rows={networks} legend={{ measured: 'Vérifiés, 176', declared: 'Déclarés, 149', intended: 'Intentions, 87' }} label="Partages par réseau et par état" />}
            table={{ caption: 'Partages par réseau', head: ['Réseau', 'Vérifiés', 'Déclarés', 'Partages', 'Intentions'], rows: networks.map((n) => [n.label, n.measured, n.declared, n.measured + n.declared, n.intended]), foot: ['Total', 176, 149, 325, 87] }}
          />
          <ChartCard
            title="Un clic brut sur trois est un vrai clic"
            truths={[measured]}
            note="Les robots d’aperçu font près de la moitié des clics bruts."
            chart={<ClickWaterfall label="Des clics bruts aux clics valides" steps={[{ label: 'Clics bruts', value: 3917, kind: 'total' }, { label: 'Robots d’aperçu', value: 1902, kind: 'loss' }, { label: 'Doublons en 60 min', value: 731, kind: 'loss' }, { label: 'Clics valides', value: 1284, kind: 'result' }]} />}
            table={{ caption: 'Clics', head: ['Étape', 'Clics'], rows: [['Bruts', 3917], ['Robots', 1902], ['Doublons', 731]], foot: ['Valides', 1284] }}
          />
        </Columns>
        <ChartCard
          title="Le mérite semble en tête, mais les intervalles se recouvrent encore"
          truths={[measured]}
          compact={false}
          note="Barre claire : intervalle à 95 %. Si deux barres se recouvrent, ne concluez pas."
          onExport={() => undefined}
          chart={
            <IntervalDots
              label="Part des personnes ayant partagé et restées actives, par stratégie"
              columns={['Premier partage dans les 4 semaines', 'Toujours actifs en semaine 4']}
              rows={[
                { label: 'Volontaires', meta: '54 personnes, 2 cohortes', values: [{ share: 0.7, low: 0.57, high: 0.81 }, { share: 0.56, low: 0.42, high: 0.68 }] },
                { label: 'Par service ou par zone', meta: '34 personnes, 1 cohorte lancée', values: [{ share: 0.79, low: 0.63, high: 0.9 }, { share: 0.56, low: 0.39, high: 0.71 }] },
                { label: 'Au mérite (licence)', meta: '28 personnes, 1 cohorte', values: [{ share: 0.89, low: 0.73, high: 0.96 }, { share: 0.68, low: 0.49, high: 0.82 }] },
                { label: 'Missionnés', meta: '8 personnes, 1 cohorte', values: [{ short: 'Pas encore assez de monde : 8 personnes sur 20 nécessaires.' }, { short: 'Pas encore assez de monde' }] },
              ]}
            />
          }
          table={{ caption: 'Stratégies', head: ['Stratégie', 'Premier partage', 'Actifs en semaine 4'], rows: [['Volontaires', '70 %', '56 %'], ['Par zone', '79 %', '56 %'], ['Au mérite', '89 %', '68 %']] }}
        />
        <Columns layout="even">
          <ChartCard title="47 % lisent sans partager, et c’est une réussite" truths={[measured]} note="51 personnes sur 109." chart={<LineChart label="Part de lecture sans partage" max={100} reference={{ low: 30, high: 70, label: 'Repère habituel, 30 à 70 %' }} points={['S 1', 'S 2', 'S 3', 'S 4', 'S 5', 'S 6', 'S 7'].map((label) => ({ label }))} series={[{ id: 'read', label: 'Lecture', values: [38, 41, 44, 43, 49, 46, 47] }]} />} />
          <ChartCard title="Les lectures creusent le week-end" truths={[measured]} note="La baisse de la Toussaint est normale." chart={<DayLines label="Lectures et partages par jour" days={days} holidays={[{ from: '2026-10-17', to: '2026-10-28', label: 'Toussaint' }]} series={[{ id: 'r', label: 'Lectures', values: days.map((_, i) => (i % 7 === 2 || i % 7 === 3 ? 8 : 30 + ((i * 7) % 11) - (i > 16 ? 12 : 0))) }, { id: 's', label: 'Partages', values: days.map((_, i) => (i % 7 === 2 || i % 7 === 3 ? 2 : 11 + ((i * 5) % 6))) }, { id: 'c', label: 'Clics', values: days.map((_, i) => (i < 20 ? 14 + ((i * 3) % 7) : null)) }]} />} />
        </Columns>
        <Columns>
          <ChartCard
            title="Lyon lit les métiers du froid, les volontaires lisent le réemploi"
            truths={[measured]}
            note="Indice d’intérêt, 100 : moyenne du programme à offre égale."
            chart={<HeatMatrix caption="Intérêt par thématique et par cohorte" columns={[{ label: 'Primo', meta: 18 }, { label: 'Commerce Lyon', meta: 34 }, { label: 'Licence', meta: 28 }, { label: 'Experts', meta: 8 }]} rows={[{ label: 'Métiers du froid', cells: [heat(88, 9), heat(141, 26), heat(118, 19), heat(152, 6)] }, { label: 'Réemploi et RSE', cells: [heat(124, 14), heat(82, 15), heat(96, 17), null] }, { label: 'Carrières', cells: [heat(106, 8), heat(76, 11), heat(92, 12), null] }]} />}
            foot="Sous 5 personnes, rien n’est montré. Pas de total par ligne : on ne peut pas déduire une case masquée."
          />
          <Card title="Baromètre">
            <StarRow label="Je me sens utile" value={4.2} count="23 réponses" />
            <StarRow label="J’ai le temps" value={2.8} count="23 réponses" />
            <StarRow label="Mon manager me soutient" value={null} />
            <div style={{ marginTop: '1rem' }}>
              <Distribution rows={[{ label: 'Très utile', count: 12 }, { label: 'Utile', count: 7 }, { label: 'Peu utile', count: 5, display: 'moins de 6' }]} />
            </div>
          </Card>
        </Columns>
      </Stack>
    </>
  );
}
