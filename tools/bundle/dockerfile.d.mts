export interface Stage {
  from: string;
  name?: string;
  instructions: { keyword: string; args: string }[];
}
export function stages(file?: string): Stage[];
export function words(args: string): string[];
