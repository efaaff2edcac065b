import { Settled, Slot, useCan } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, type ReactNode } from 'react';
import css from './ambassador.module.css';
import { useHasHome } from './Frame';
import { InstallCard } from './install/InstallCard';
import { fetchParts } from './parts';
import { Pending } from './Pending';

fetchParts(['ambassador.home.top', 'ambassador.home']);

/** My own gains first, then the feed: each part comes from its domain. */
export function HomePage() {
  const hasHome = useHasHome();
  const navigate = useNavigate();
  useEffect(() => {
    if (!hasHome) void navigate({ to: '/moi', replace: true });
  }, [hasHome, navigate]);
  // An open call stands over the feed of whoever is no member yet: the feed waits for it rather than move.
  const Whole = useCan('sharing:share') ? Suspended : Settled;
  if (!hasHome) return <Pending />;
  return (
    <Whole pending={<Pending />}>
      <div className={css.stack}>
        <Slot name="ambassador.home.top" together />
        <InstallCard />
        <Slot name="ambassador.home" together />
      </div>
    </Whole>
  );
}

function Suspended({ pending, children }: { pending: ReactNode; children: ReactNode }) {
  return <Suspense fallback={pending}>{children}</Suspense>;
}
