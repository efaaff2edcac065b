import { Button } from '@mantine/core';
import type { CohortQuery } from '@portevoix/graphql';
import { LaunchItem } from '@portevoix/cohorts/shared';
import { Card, showUndo, UiLink } from '@portevoix/ui';
import { LaunchChecklist, type LaunchCheck } from '@portevoix/ui/admin';
import { Failure, useFormat, useMutationOf, useT, type Format, type Translate } from '@portevoix/web';
import { useState } from 'react';
import { CohortDocument, UndecideLaunchItemDocument } from '../cohorts.graphql';
import { texts, type Texts } from '../texts';
import { DecisionModal } from './DecisionModal';

type Cohort = CohortQuery['cohort'];
type Point = Cohort['launchPoints'][number];

/** Where each point is made ready; the welcome is written on this page. */
const PLACES: Partial<Record<Point['item'], (cohortId: string) => string>> = {
  PRINCIPLES: () => '/programme/principes',
  INVITATIONS: (cohortId) => `/recrutement?inviter=1&cohorte=${cohortId}`,
  CONTENT: () => '/contenus',
  CONTEST: (cohortId) => `/animation/concours/nouveau?cohorte=${cohortId}`,
};

/** What blocks the launch first, then what is ready; a point is left out in somebody's own name. */
export function LaunchCard({ cohort, onWelcome }: { cohort: Cohort; onWelcome: () => void }) {
  const t = useT(texts);
  const format = useFormat();
  const [asked, setAsked] = useState<Point | null>(null);
  const undecide = useMutationOf(UndecideLaunchItemDocument, { refresh: [CohortDocument] });
  const { id, launchPoints: points, viewerCanManage } = cohort;
  const ready = points.filter(({ isReady }) => isReady).length;
  const first = points.find(({ isReady }) => !isReady);
  const back = ({ item }: Point) => undecide.mutate({ cohortId: id, item });
  const actionsOf = (point: Point) => (viewerCanManage ? <Actions point={point} cohortId={id} isFirst={point === first} onWelcome={onWelcome} onAsk={() => setAsked(point)} onBack={() => back(point)} /> : null);
  const checks = points.map((point): LaunchCheck => ({ id: point.item, title: titleOf(point, t), meta: metaOf(point, t, format), state: stateOf(point), actions: actionsOf(point) }));
  return (
    <div id="depart-points">
      <Card>
        <LaunchChecklist
          title={ready === points.length ? t('launch.ready') : t('launch.blocked', { count: points.length - ready })}
          intro={t('launch.intro')}
          checks={checks}
          progress={{ done: t('launch.done', { ready, count: points.length }), word: t('launch.word', { count: ready }), label: t('launch.progress', { ready, count: points.length }) }}
        />
        {undecide.error ? <Failure error={undecide.error} /> : null}
        <DecisionModal cohortId={id} point={asked} onClose={() => setAsked(null)} onDone={(item, message) => showUndo({ message, detail: t('launch.decidedDetail'), onUndo: () => undecide.mutate({ cohortId: id, item }) })} />
      </Card>
    </div>
  );
}

const stateOf = ({ isReady, decision }: Point): LaunchCheck['state'] => (!isReady ? 'blocked' : decision?.kind === 'WAIVED' ? 'waived' : 'done');
const titleOf = ({ item, isReady }: Point, t: Translate<Texts>): string => t(isReady ? `launch.items.${item}` : `launch.missing.${item}`);

function metaOf({ item, count, isReady, decision }: Point, t: Translate<Texts>, format: Format): string {
  if (decision) return t(decision.kind === 'WAIVED' ? 'launch.waivedBy' : 'launch.confirmedBy', { name: decision.by.displayName, date: format.date(decision.createdAt), reason: decision.reason });
  if (!isReady) return t(`launch.why.${item}`);
  return t(`launch.counts.${item as LaunchItem.CONTENT}`, { count: count ?? 0 });
}

interface ActionsProps {
  point: Point;
  cohortId: string;
  /** The one to do next. */
  isFirst: boolean;
  onWelcome: () => void;
  onAsk: () => void;
  onBack: () => void;
}

function Actions({ point: { item, count, isReady, decision }, cohortId, isFirst, onWelcome, onAsk, onBack }: ActionsProps) {
  const t = useT(texts);
  const of = t(`launch.items.${item}`);
  if (decision) return <Button size="sm" variant="subtle" color="gray" aria-label={`${t('launch.back')}, ${of}`} onClick={onBack}>{t('launch.back')}</Button>;
  if (isReady) return null;
  const place = PLACES[item]?.(cohortId);
  const variant = isFirst ? 'filled' : 'default';
  return (
    <>
      {item === 'WELCOME' ? <Button size="sm" variant={variant} onClick={onWelcome}>{t('launch.do.WELCOME')}</Button> : null}
      {place ? <Button size="sm" variant={variant} component={UiLink} href={place}>{t(`launch.do.${item as LaunchItem.CONTENT}`)}</Button> : null}
      {count === null ? <Button size="sm" variant={variant} onClick={onAsk}>{t('launch.do.EVENT')}</Button> : <Button size="sm" variant="subtle" color="gray" aria-label={`${t('launch.waive')}, ${of}`} onClick={onAsk}>{t('launch.waive')}</Button>}
    </>
  );
}
