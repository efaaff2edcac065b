export interface AppOperation {
  file: string;
  name: string;
  /** The operation with the fragments that it uses, as the app sends it. */
  query: string;
}
export function appOperations(root: string): AppOperation[];
export function writeOperations(root: string, file: string): void;
