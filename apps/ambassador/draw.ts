import { definition } from './definition';
import { carryWith } from '../../libs/web/client';
import { drawShell, type Drawing, type Visit } from '../../libs/web/shell/draw';

export type { Drawing, Visit };
/** Where the operations of a drawing go; once. */
export { carryWith };

/** A page of the app, for the server to send (see `drawShell`). */
export const draw = (visit: Visit): Promise<Drawing | undefined> => drawShell(definition, visit);
