import { startShell } from '@portevoix/web';
import { domains } from './domains';
import { Frame } from './Frame';
import { Pending } from './Pending';

void startShell({ audience: 'admin', basepath: '/admin', domains, Frame, Pending });
