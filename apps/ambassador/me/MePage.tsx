import { Avatar } from '@portevoix/ui';
import { ListRow, RowList } from '@portevoix/ui/ambassador';
import { Slot, useCan, useT, useViewer } from '@portevoix/web';
import { IconChartHistogram, IconSettings } from '@tabler/icons-react';
import css from '../ambassador.module.css';
import { InstallCard } from '../install/InstallCard';
import { texts } from '../texts';

/** The person's own corner: what each domain has to say of them, then their settings. */
export function MePage() {
  const t = useT(texts);
  const { person } = useViewer();
  const pilots = useCan('admin:open');
  return (
    <div className={css.stack}>
      <header className={css.me}>
        <Avatar name={person.displayName} size="lg" tone="accent" />
        <div>
          <h1 className={css.title}>{t('me.hello', { name: person.firstName })}</h1>
          {person.jobTitle ? <p className={css.second}>{person.jobTitle}</p> : null}
        </div>
      </header>
      <Slot name="ambassador.me" />
      <InstallCard />
      <RowList label={t('nav.account')}>
        <ListRow title={t('me.settings')} detail={t('me.settingsHint')} href="/moi/compte" icon={<IconSettings size={20} stroke={1.8} />} />
        {pilots ? <ListRow title={t('nav.admin')} onClick={() => location.assign('/admin/')} icon={<IconChartHistogram size={20} stroke={1.8} />} /> : null}
      </RowList>
    </div>
  );
}
