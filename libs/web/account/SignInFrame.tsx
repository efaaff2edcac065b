import { LanguageSwitch } from '@portevoix/ui';
import { illustrationSvg, type IllustrationMotif } from '@portevoix/ui/illustrations';
import { useEffect, useMemo, type ReactNode } from 'react';
import { setLocale, useLocale, useT } from '../i18n/hooks';
import css from './account.module.css';
import { account } from './texts';

export type Audience = 'ambassador' | 'admin';

const MOTIF: Record<Audience, IllustrationMotif> = { ambassador: 'team', admin: 'journey' };
const LANGUAGES = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const;

/** The pages seen before a session: a picture and a promise beside one small task. */
export function SignInFrame({ audience, organisation, title, children }: { audience: Audience; organisation?: string | null; title: string; children: ReactNode }) {
  const t = useT(account);
  const locale = useLocale();
  // Shapes and numbers made here: no text of anybody's goes into this markup.
  const art = useMemo(() => ({ __html: illustrationSvg({ motif: MOTIF[audience], seed: 'portevoix', scheme: 'auto' }) }), [audience]);
  useEffect(() => {
    document.title = `${title} · ${organisation ?? 'Portevoix'}`;
  }, [title, organisation]);
  const promise = audience === 'admin' ? 'promiseAdmin' : 'promise';
  return (
    <div className={css.frame}>
      <aside className={css.promise}>
        <p className={css.brand}>
          <BrandMark />
          {organisation ?? 'Portevoix'}
        </p>
        <div className={css.art} dangerouslySetInnerHTML={art} />
        <div className={css.words}>
          <p className={css.promiseTitle}>{t(`${promise}.title`)}</p>
          <p className={css.promiseText}>{t(`${promise}.text`)}</p>
        </div>
      </aside>
      <div className={css.side}>
        <main className={css.task}>{children}</main>
        <footer className={css.foot}>
          <LanguageSwitch value={locale} options={LANGUAGES} onChange={(next) => void setLocale(next)} />
        </footer>
      </div>
    </div>
  );
}

/** The sign of the product: a voice that carries. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden className={css.mark}>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path d="M8 13v6M13 9v14M19 12.5v7M24 15v2" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
