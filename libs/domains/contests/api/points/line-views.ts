import { Injectable } from '@nestjs/common';
import { truthOf } from '@portevoix/contests/shared';
import { Publications } from '@portevoix/content/api';
import type { LedgerLine } from '../contest.types';
import type { Line } from './lines.service';

/** Lines of the ledger with the title of what they are about. */
@Injectable()
export class LineViews {
  constructor(private readonly publications: Publications) {}

  async of({ cause, reason, takenBack, ...line }: Line): Promise<LedgerLine> {
    const { title } = await this.publications.byId(line.publicationId);
    return { ...line, publicationTitle: title, truth: truthOf(line.source), reversal: takenBack && cause ? { cause, reason } : null };
  }
}
