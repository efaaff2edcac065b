import { createRoot } from 'react-dom/client';
import { PortevoixProvider } from '../../theme/PortevoixProvider';
import { pages } from './pages';

const wanted = new URLSearchParams(location.search).get('page') ?? 'feed';
const Page = pages[wanted] ?? pages['feed'];
const root = document.getElementById('root');
if (root && Page) createRoot(root).render(<PortevoixProvider><Page /></PortevoixProvider>);
