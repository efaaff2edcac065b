import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { illustrationSvg, isIllustrationMotif } from '@portevoix/illustrations';
import { notFound, Public } from '@portevoix/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';

/** Drawings of publications as files, 1200x630: for cards, and as PNG for the networks, which take no SVG. */
@Controller('files/illustrations')
export class IllustrationsController {
  /** Drawn once; a PNG takes some 50 ms. */
  private readonly pictures = new LRUCache<string, Promise<Buffer>>({ max: 100 });

  @Get(':motif/:file')
  @Public()
  async picture(@Param('motif') motif: string, @Param('file') file: string, @Query('scheme') scheme: string | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, seed, format] = /^(\d{1,7})\.(svg|png)$/.exec(file) ?? [];
    if (!seed || !format || !isIllustrationMotif(motif)) throw notFound();
    const svg = illustrationSvg({ motif, seed, scheme: scheme === 'dark' ? 'dark' : 'light' });
    const etag = `"${createHash('sha256').update(`${format} ${svg}`).digest('base64url').slice(0, 22)}"`;
    reply.headers({ etag, 'cache-control': 'public, max-age=604800, stale-while-revalidate=2592000', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" });
    if (request.headers['if-none-match'] === etag) return void (await reply.code(304).send());
    if (format === 'svg') return void (await reply.type('image/svg+xml').send(svg));
    await reply.type('image/png').send(await this.png(etag, svg));
  }

  private png(key: string, svg: string): Promise<Buffer> {
    const known = this.pictures.get(key);
    if (known) return known;
    const made = drawn(svg);
    this.pictures.set(key, made);
    return made;
  }
}

/** sharp comes with the first picture: no start waits for it. */
async function drawn(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}
