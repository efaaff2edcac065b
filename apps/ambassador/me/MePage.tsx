import { IconAction, ListRow, MemberHeader, RowList, SectionTitle } from '@portevoix/ui/ambassador';
import { Settled, Slot, useCan, usePageFrame, useT, useViewer } from '@portevoix/web';
import { IconChartHistogram, IconEye, IconSettings } from '@tabler/icons-react';
import css from '../ambassador.module.css';
import { InstallCard } from '../install/InstallCard';
import { fetchParts } from '../parts';
import { Pending } from '../Pending';
import { texts } from '../texts';

fetchParts(['ambassador.me', 'ambassador.me.rights']);

/** The person's own corner: what each domain has to say of them, then their settings. */
export function MePage() {
  const t = useT(texts);
  const { person } = useViewer();
  usePageFrame({ layout: 'wide' });
  return (
    <div className={css.stack}>
      <MemberHeader name={person.displayName} detail={person.jobTitle ?? ''} end={<IconAction label={t('me.settings')} href="/moi/compte" icon={<IconSettings size={22} stroke={1.8} aria-hidden />} />} />
      <h1 className={css.title}>{t('me.title')}</h1>
      <Settled pending={<Pending />}>
        <Columns />
      </Settled>
    </div>
  );
}

function Columns() {
  const t = useT(texts);
  const pilots = useCan('admin:open');
  return (
    <div className={css.columns}>
      <div className={css.stack}>
        <Slot name="ambassador.me" together />
      </div>
      <div className={css.stack}>
        <section>
          <SectionTitle title={t('me.rights')} />
          <RowList label={t('me.rights')}>
            <ListRow title={t('me.employer')} detail={t('me.employerHint')} href="/moi/employeur" tone="info" icon={<IconEye size={20} stroke={1.8} />} />
            <ListRow title={t('me.settings')} detail={t('me.settingsHint')} href="/moi/compte" icon={<IconSettings size={20} stroke={1.8} />} />
            <Slot name="ambassador.me.rights" together />
            {pilots ? <ListRow title={t('nav.admin')} onClick={() => location.assign('/admin/')} icon={<IconChartHistogram size={20} stroke={1.8} />} /> : null}
          </RowList>
        </section>
        <InstallCard />
      </div>
    </div>
  );
}
