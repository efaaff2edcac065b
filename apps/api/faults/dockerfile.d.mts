export function stages(file?: string): { from: string; name?: string; instructions: { keyword: string; args: string }[] }[];
export function words(args: string): string[];
