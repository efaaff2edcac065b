import { countVisit, startShell } from '@portevoix/web';
import { domains } from './domains';
import { Frame } from './Frame';
import { listenForInstall } from './install/prompt';
import { Pending } from './Pending';

listenForInstall();
try {
  countVisit();
} catch {
  // Storage refused: nobody is invited to install.
}
void startShell({ audience: 'ambassador', basepath: '/', domains, Frame, Pending });
