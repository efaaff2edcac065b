export interface LockedPackage {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}
export function neededFolders(packages: Record<string, LockedPackage>, names?: string[]): string[];
