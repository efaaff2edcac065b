import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ShareLink } from './link.entity';
import { Links } from './links.service';

@Resolver(() => ShareLink)
export class ShareLinkResolver {
  constructor(private readonly links: Links) {}

  @ResolveField(() => String)
  shortUrl(@Parent() { code }: ShareLink): string {
    return this.links.urlOf(code);
  }

  /** The short link as an SVG picture. */
  @ResolveField(() => String)
  qr(@Parent() { code }: ShareLink): Promise<string> {
    return this.links.qrOf(code);
  }
}
