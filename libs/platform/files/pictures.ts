import { Injectable } from '@nestjs/common';
import { badInput, PassingError } from '../errors';

/** Bytes that an upload may have. */
export const PICTURE_BYTES = 5 * 1024 * 1024;
/** Pixels that are decoded at most: 40 megapixels, some 160 MB in memory. */
const PIXELS = 40_000_000;
const SIDE = 12_000;
const SECONDS = 10;
const AT_ONCE = 2;
const WAITING = 20;

/** What is decoded: nothing else reaches a decoder, SVG least of all. */
const SIGNATURES: readonly { format: string; is: (bytes: Buffer) => boolean }[] = [
  { format: 'png', is: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) },
  { format: 'jpeg', is: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff },
  { format: 'webp', is: (bytes) => bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP' },
];

export interface PictureShape {
  width: number;
  height: number;
  /** `cover` fills the frame; `inside` keeps the whole picture. */
  fit: 'cover' | 'inside';
}

/**
 * Makes of an upload a WebP of our own: decoded, turned upright, brought to size and written anew, so that nothing of
 * the file but its pixels is kept (no position, no comment, no second file behind the first).
 */
@Injectable()
export class Pictures {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** @throws BAD_INPUT on `picture`: tooLarge, isPicture, tooManyPixels; UNAVAILABLE when too many wait */
  async remake(bytes: Buffer, shape: PictureShape): Promise<Buffer> {
    if (bytes.length > PICTURE_BYTES) throw badInput('picture', 'tooLarge', { limit: PICTURE_BYTES });
    const kind = SIGNATURES.find(({ is }) => is(bytes));
    if (!kind) throw badInput('picture', 'isPicture');
    await this.turn();
    try {
      return await this.drawn(bytes, kind.format, shape);
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running--;
    }
  }

  private async drawn(bytes: Buffer, format: string, { width, height, fit }: PictureShape): Promise<Buffer> {
    // With the first picture: no start waits for it.
    const { default: sharp } = await import('sharp');
    const source = () => sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error', pages: 1 });
    const head = await source().metadata().catch(() => null);
    // sharp refuses by itself a head that promises too many pixels; its text is not ours to tell.
    if (!head) throw badInput('picture', tooWide(bytes) ? 'tooManyPixels' : 'isPicture');
    if (head.format !== format) throw badInput('picture', 'isPicture');
    if (head.width > SIDE || head.height > SIDE || head.width * head.height > PIXELS) throw badInput('picture', 'tooManyPixels');
    try {
      return await source().rotate().resize({ width, height, fit, withoutEnlargement: fit === 'inside' }).timeout({ seconds: SECONDS }).webp({ quality: 84 }).toBuffer();
    } catch {
      throw badInput('picture', 'isPicture');
    }
  }

  private async turn(): Promise<void> {
    if (this.running < AT_ONCE) {
      this.running++;
      return;
    }
    if (this.queue.length >= WAITING) throw new PassingError('UNAVAILABLE');
    // Whoever ends gives its turn.
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }
}

/** The size that a PNG's head claims. */
function tooWide(bytes: Buffer): boolean {
  if (bytes.length < 24 || bytes.subarray(12, 16).toString('latin1') !== 'IHDR') return false;
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > PIXELS;
}
