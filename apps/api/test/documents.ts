import { join } from 'node:path';
import { appOperations, type AppOperation } from '../../../tools/operations.mjs';

export type AppDocument = AppOperation;

/** Every operation that the two apps send, read from their sources. */
export const appDocuments = (): AppDocument[] => appOperations(join(import.meta.dirname, '../../..'));
