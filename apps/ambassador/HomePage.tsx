import { Slot } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import css from './ambassador.module.css';
import { domains } from './domains';
import { useHasHome } from './Frame';
import { InstallCard } from './install/InstallCard';
import { Pending } from './Pending';

const PARTS = ['ambassador.home.top', 'ambassador.home'] as const;

// Fetched while one learns who is there, not after.
for (const { slots } of domains) {
  for (const { component } of PARTS.flatMap((name) => slots[name] ?? [])) void (component as { preload?: () => Promise<void> }).preload?.();
}

/** My own gains first, then the feed: each part comes from its domain. */
export function HomePage() {
  const hasHome = useHasHome();
  const navigate = useNavigate();
  useEffect(() => {
    if (!hasHome) void navigate({ to: '/moi', replace: true });
  }, [hasHome, navigate]);
  if (!hasHome) return <Pending />;
  return (
    <div className={css.stack}>
      <Suspense fallback={<Pending />}>
        <Slot name="ambassador.home.top" together />
        <InstallCard />
        <Slot name="ambassador.home" together />
      </Suspense>
    </div>
  );
}
