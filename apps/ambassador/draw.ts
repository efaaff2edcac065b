import { drawShell, type Drawing, type Visit } from '@portevoix/web/draw';
import { definition } from './definition';

/** Where the operations of a drawing go; once. */
export { carryWith } from '@portevoix/web/draw';

/** A page of the app, for the server to send (see `drawShell`). */
export const draw = (visit: Visit): Promise<Drawing | undefined> => drawShell(definition, visit);
