export { Reader } from './Reader';
export type { ReaderProps } from './Reader';
