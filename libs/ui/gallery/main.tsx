import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PortevoixProvider } from '../admin';
import { Gallery } from './Gallery';

const root = document.getElementById('root');
if (!root) throw new Error('no element with the id "root" in the page');
createRoot(root).render(
  <StrictMode>
    <PortevoixProvider accent={new URLSearchParams(location.search).get('accent')}>
      <Gallery />
    </PortevoixProvider>
  </StrictMode>,
);
