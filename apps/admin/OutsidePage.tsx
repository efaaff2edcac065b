import { Button } from '@mantine/core';
import { illustrationSvg } from '@portevoix/ui/illustrations';
import { useSignOut, useT } from '@portevoix/web';
import css from './admin.module.css';
import { texts } from './texts';

const ART = { __html: illustrationSvg({ motif: 'team', seed: 'outside', scheme: 'auto' }) };

/** For someone without a part in running the programme: where their own space is. */
export function OutsidePage() {
  const t = useT(texts);
  const signOut = useSignOut();
  return (
    <main className={css.outside}>
      <div className={css.art} dangerouslySetInnerHTML={ART} />
      <h1>{t('outside.title')}</h1>
      <p>{t('outside.text')}</p>
      <div className={css.outsideActions}>
        <Button component="a" href="/" size="lg">
          {t('outside.open')}
        </Button>
        <Button variant="subtle" color="gray" size="lg" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('outside.signOut')}
        </Button>
      </div>
      <p className={css.ask}>{t('outside.ask')}</p>
    </main>
  );
}
