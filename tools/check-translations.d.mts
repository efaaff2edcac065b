export function checkTranslations(files: string[]): { errors: string[]; unused: string[]; texts: number };
