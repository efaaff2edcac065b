import { Columns, EmptyState, PageHeader, SkeletonRows, Stack } from '@portevoix/ui';
import { Slot, slotOf, useFormat, useShell, useT, useViewer } from '@portevoix/web';
import { texts } from './texts';

/** What changed, who waits, what is next: each part comes from its domain. */
export function TodayPage() {
  const t = useT(texts);
  const format = useFormat();
  const { person } = useViewer();
  const { domains, can } = useShell();
  const hasAside = slotOf(domains, 'admin.today.aside', can).length > 0;
  const main = <Slot name="admin.today" pending={<SkeletonRows />} fallback={<EmptyState title={t('today.emptyTitle')} reason={t('today.emptyReason')} />} />;
  const today = format.date(new Date(), 'full');
  return (
    <>
      <PageHeader eyebrow={today.charAt(0).toLocaleUpperCase() + today.slice(1)} title={t('today.hello', { name: person.firstName })} />
      {hasAside ? (
        <Columns>
          <Stack>{main}</Stack>
          <Stack>
            <Slot name="admin.today.aside" pending={<SkeletonRows rows={2} />} />
          </Stack>
        </Columns>
      ) : (
        <Stack>{main}</Stack>
      )}
    </>
  );
}
