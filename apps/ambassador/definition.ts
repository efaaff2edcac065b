import type { ShellDefinition } from '@portevoix/web';
import { domains } from './domains';
import { Frame } from './Frame';
import { Pending } from './Pending';

export const definition: ShellDefinition = { audience: 'ambassador', basepath: '/', domains, Frame, Pending };
