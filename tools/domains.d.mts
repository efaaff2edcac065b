interface Constraint {
  sourceTag: string;
  onlyDependOnLibsWithTags: string[];
  allowedExternalImports?: string[];
  bannedExternalImports?: string[];
}

export const DOMAINS: string[];
export const LAYERS: string[];
export const KERNELS: string[];
export const depConstraints: Constraint[];
export const specDepConstraints: Constraint[];
export function projectOf(file: string): { name: string; root: string; tags: string[] } | undefined;
