import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import { badInput, contextOf, forbidden, notFound, Operations, PICTURE_BYTES, Public, RateLimits, SIGNED_IN, unauthenticated, type Gate, type Viewer } from '@portevoix/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PictureFiles, type PictureFolder } from './picture-files.service';

interface Upload {
  /** `truncated`: the limit was passed, which the reading itself does not always say. */
  file: { truncated: boolean };
  toBuffer(): Promise<Buffer>;
}
type WithFile = FastifyRequest & { file(options: { limits: { fileSize: number; files: number } }): Promise<Upload | undefined> };

/** Room for the form's own lines around the file. */
const FORM_BYTES = 16 * 1024;
const MAY: Record<PictureFolder, (viewer: Viewer) => boolean> = { people: (viewer) => !viewer.isToken, look: (viewer) => viewer.permissions.has('organisation:manage') };

/** How each change is written in the journal. */
const ACTS: Record<PictureFolder, { permission: string; act: (url: string | null) => string }> = {
  people: { permission: SIGNED_IN, act: (url) => (url ? 'giveMyPicture' : 'removeMyPicture') },
  look: { permission: 'organisation:manage', act: (url) => (url ? 'giveLogo' : 'removeLogo') },
};

/**
 * A person's own picture, and the organisation's logo. The caller is known before the file is read; a header that no
 * form of another site can send is asked for.
 */
@Controller('files/pictures')
export class PicturesController {
  private readonly gate: Gate;

  constructor(
    private readonly operations: Operations,
    private readonly pictures: PictureFiles,
    limits: RateLimits,
  ) {
    this.gate = limits.gate('pictures', { points: 30, duration: 3600, blockDuration: 600 });
  }

  @Put('me')
  @Public()
  async give(@Req() request: WithFile, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string }> {
    return this.upload(request, reply, 'people');
  }

  @Delete('me')
  @Public()
  async takeAway(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: null }> {
    return this.set(request, reply, 'people', null);
  }

  @Put('logo')
  @Public()
  async giveLogo(@Req() request: WithFile, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string }> {
    return this.upload(request, reply, 'look');
  }

  @Delete('logo')
  @Public()
  async takeLogoAway(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: null }> {
    return this.set(request, reply, 'look', null);
  }

  /** People's pictures are for those of their organisation; to anybody else they are not there. */
  @Get(':organisationId/:folder/:name')
  @Public()
  async show(@Param('organisationId') organisationId: string, @Param('folder') folder: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const open = folder === 'look';
    if (!open) await this.operations.withViewer(contextOf(request, reply), 'read', async () => this.member(request, organisationId));
    const bytes = await this.pictures.read(new URL(request.url, 'http://here.invalid').pathname);
    if (!bytes) throw notFound();
    reply.headers({
      'cache-control': `${open ? 'public' : 'private'}, max-age=31536000, immutable`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': 'inline; filename="picture.webp"',
    });
    await reply.type('image/webp').send(bytes);
  }

  private async member(request: FastifyRequest, organisationId: string): Promise<void> {
    const { viewer } = contextOf(request, null);
    if (viewer?.organisationId !== organisationId || (viewer.isToken && !viewer.permissions.has('people:read'))) throw notFound();
  }

  private async upload(request: WithFile, reply: FastifyReply, folder: PictureFolder): Promise<{ url: string }> {
    const viewer = await this.operations.withViewer(contextOf(request, reply), 'read', async () => allowed(request, folder));
    await this.gate.take(viewer.personId);
    const url = await this.pictures.keep(await bytesOf(request), folder, viewer.organisationId);
    try {
      await this.set(request, reply, folder, url);
    } catch (error) {
      await this.pictures.forget(url);
      throw error;
    }
    return { url };
  }

  private async set<Url extends string | null>(request: FastifyRequest, reply: FastifyReply, folder: PictureFolder, url: Url): Promise<{ url: Url }> {
    const { act, permission } = ACTS[folder];
    await this.operations.change(contextOf(request, reply), act(url), [permission], async () => {
      const { personId } = allowed(request, folder);
      await (folder === 'people' ? this.pictures.setOfPerson(personId, url) : this.pictures.setLogo(url));
    });
    return { url };
  }
}

function allowed(request: FastifyRequest, folder: PictureFolder): Viewer {
  const { viewer } = contextOf(request, null);
  if (!viewer) throw unauthenticated();
  if (request.headers['x-portevoix'] === undefined || !MAY[folder](viewer)) throw forbidden();
  return viewer;
}

/** The one file of the form, refused before it is read when it says that it is too large. */
async function bytesOf(request: WithFile): Promise<Buffer> {
  const tooLarge = badInput('picture', 'tooLarge', { limit: PICTURE_BYTES });
  if (Number(request.headers['content-length'] ?? 0) > PICTURE_BYTES + FORM_BYTES) throw tooLarge;
  const read = async () => {
    const upload = await request.file({ limits: { fileSize: PICTURE_BYTES, files: 1 } });
    return upload && { bytes: await upload.toBuffer(), truncated: upload.file.truncated };
  };
  const file = await read().catch((error: { statusCode?: number }) => {
    throw error.statusCode === 413 ? tooLarge : badInput('picture', 'isPicture');
  });
  if (!file) throw badInput('picture', 'isPicture');
  if (file.truncated) throw tooLarge;
  return file.bytes;
}
