export function frenchFaults(text: string): string[];
