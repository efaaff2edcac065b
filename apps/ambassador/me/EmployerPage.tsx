import { THRESHOLD } from '@portevoix/identity/shared';
import { Notice } from '@portevoix/ui';
import { EmployerColumns, IconAction, NeverCollected, SectionTitle } from '@portevoix/ui/ambassador';
import { Slot, slotOf, usePageFrame, useShell, useT } from '@portevoix/web';
import { IconChevronLeft } from '@tabler/icons-react';
import css from '../ambassador.module.css';
import { texts } from '../texts';

/** What is seen, by whom, and what never is. Each line says what the API gives; none may promise more. */
export function EmployerPage() {
  const t = useT(texts);
  const { domains, can } = useShell();
  usePageFrame({ bare: true });
  const count = THRESHOLD;
  return (
    <div className={css.stack}>
      <header>
        <div className={css.back}>
          <IconAction strong label={t('employer.back')} href="/moi" icon={<IconChevronLeft size={22} aria-hidden />} />
        </div>
        <h1 className={css.title}>{t('employer.title')}</h1>
        <p className={css.lead}>{t('employer.lead')}</p>
      </header>
      <div>
        <EmployerColumns
          mine={{ title: t('employer.mine.title'), pill: t('employer.mine.pill'), items: [t('employer.mine.clicks'), t('employer.mine.shares'), t('employer.mine.drafts'), t('employer.mine.readings'), t('employer.mine.receipts')] }}
          group={{ title: t('employer.group.title'), pill: t('employer.group.pill'), items: [t('employer.group.shares', { count }), t('employer.group.reads'), t('employer.group.receipts'), t('employer.group.answers', { count }), t('employer.group.active', { count })] }}
        />
        <NeverCollected
          title={t('employer.never.title')}
          items={[t('employer.never.messages'), t('employer.never.contacts'), t('employer.never.posts'), t('employer.never.place'), t('employer.never.address'), t('employer.never.passwords')]}
        />
      </div>
      <Notice tone="info" title={t('employer.named')}>
        {t('employer.namedText')}
      </Notice>
      <p className={css.second}>{t('employer.public')}</p>
      {slotOf(domains, 'ambassador.employer', can).length > 0 ? (
        <section>
          <SectionTitle title={t('employer.now')} />
          <Slot name="ambassador.employer" />
        </section>
      ) : null}
    </div>
  );
}
