/** Step by which a day's bit string grows: 128 bytes, for 1,024 people. */
const STEP = 1024;

/** Bits that hold person numbers up to `highest` (from 1). */
export const widthFor = (highest: number): number => Math.max(STEP, Math.ceil(highest / STEP) * STEP);

/** PostgreSQL's hexadecimal bit string of `width` bits, those of the person numbers set; number 1 is the first bit. RangeError outside. */
export function bitsOf(numbers: Iterable<number>, width: number): string {
  const bytes = Buffer.alloc(width / 8);
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 1 || number > width) throw new RangeError(`Person number ${number} outside of 1 to ${width}`);
    bytes[(number - 1) >> 3]! |= 0x80 >> ((number - 1) & 7);
  }
  return `x${bytes.toString('hex')}`;
}
