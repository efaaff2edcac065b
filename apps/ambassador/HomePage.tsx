import { Slot } from '@portevoix/web';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import css from './ambassador.module.css';
import { useHasHome } from './Frame';
import { InstallCard } from './install/InstallCard';
import { Pending } from './Pending';

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
      <Slot name="ambassador.home.top" />
      <InstallCard />
      <Slot name="ambassador.home" pending={<Pending />} />
    </div>
  );
}
