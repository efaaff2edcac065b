import { countVisit, startShell } from '@portevoix/web';
import { definition } from './definition';
import { listenForInstall } from './install/prompt';

listenForInstall();
try {
  countVisit();
} catch {
  // Storage refused: nobody is invited to install.
}
void startShell(definition);
