import { Injectable } from '@nestjs/common';
import { publicationChanged, Publications } from '@portevoix/content/api';
import { On, type Delivery } from '@portevoix/platform';
import { Programmes } from '@portevoix/programmes/api';
import { Links } from './clicks/links.service';

@Injectable()
export class SharingReactions {
  constructor(
    private readonly publications: Publications,
    private readonly programmes: Programmes,
    private readonly links: Links,
  ) {}

  @On(publicationChanged, 'sharing.follow-publication')
  async followPublication({ publicationId }: { publicationId: string }, _: Delivery): Promise<void> {
    const publication = await this.publications.byId(publicationId);
    await this.links.follow(publication, (await this.programmes.byId(publication.programmeId)).name);
  }
}
