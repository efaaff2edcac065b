import { Settled, Slot, useCan } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
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
  // An invitation, or the call that is open to whoever is no member yet, stands over the feed: it waits for them rather than move.
  const member = useCan('sharing:share');
  if (!hasHome) return <Pending />;
  return (
    <Settled pending={<Pending />} placing={member}>
      <div className={css.stack}>
        <Slot name="ambassador.home.top" together />
        <InstallCard />
        <Slot name="ambassador.home" together />
      </div>
    </Settled>
  );
}
