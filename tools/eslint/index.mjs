import { guardedEntryPoints } from './guarded-entry-points.mjs';
import { databaseOnlyInPlatform } from './database-only-in-platform.mjs';

/** Rules of this house. */
export default { rules: { 'guarded-entry-points': guardedEntryPoints, 'database-only-in-platform': databaseOnlyInPlatform } };
