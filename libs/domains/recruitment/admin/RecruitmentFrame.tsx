import { Button } from '@mantine/core';
import { PageHeader, Stack, UiLink } from '@portevoix/ui';
import { PageTabs } from '@portevoix/ui/admin';
import { queryOf, useCan, useT } from '@portevoix/web';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WaitingDocument } from './recruitment.graphql';
import { texts } from './texts';

export type RecruitmentTab = 'strategies' | 'applications' | 'calls';

/** What one does next, other than here: strategies make cohorts, applications come from calls. */
function NextAction({ tab }: { tab: RecruitmentTab }) {
  const t = useT(texts);
  const canCreate = useCan('cohorts:manage');
  if (tab === 'strategies' && !canCreate) return null;
  const [label, href] = tab === 'strategies' ? [t('page.newCohort'), '/cohortes/nouvelle'] : [t('calls.new'), '/recrutement/appel?nouveau=1'];
  return (
    <Button component={UiLink} href={href} leftSection={<IconPlus size={18} aria-hidden />}>
      {label}
    </Button>
  );
}

/** Header and parts of the section. */
export function RecruitmentFrame({ tab, actions, children }: { tab: RecruitmentTab; actions?: ReactNode; children: ReactNode }) {
  const t = useT(texts);
  const count = useQuery(queryOf(WaitingDocument)).data?.applicationsWaiting ?? 0;
  return (
    <>
      <PageHeader title={t('page.title')} subtitle={t('page.subtitle')} actions={actions ?? <NextAction tab={tab} />} />
      <PageTabs
        label={t('page.title')}
        active={tab}
        tabs={[
          { id: 'strategies', label: t('nav.strategies'), href: '/recrutement' },
          { id: 'applications', label: t('nav.applications'), href: '/recrutement/candidatures', ...(count > 0 && { count }) },
          { id: 'calls', label: t('nav.calls'), href: '/recrutement/appel' },
        ]}
      />
      <Stack>{children}</Stack>
    </>
  );
}
