import { Module } from '@nestjs/common';
import { ContentModule } from '@portevoix/content/api';
import { ClickCounting } from './clicks/click-count.service';
import { ShareLinkResolver } from './clicks/links.resolver';
import { Links } from './clicks/links.service';
import { SharingPolicyResolver } from './policy.resolver';
import { ShareResultsResolver } from './results/results.resolver';
import { Colleagues } from './sheet/colleagues.service';
import { SharingRules } from './policy.service';
import { ShareSheet } from './sheet/preparation.service';
import { ShareResults } from './results/results.service';
import { SharingReactions } from './sharing.reactions';
import { ShareSheetResolver } from './sheet/sheet.resolver';
import { SharingResolver } from './sharing.resolver';
import { Sharing } from './sharing.service';

@Module({
  imports: [ContentModule],
  providers: [Sharing, ShareSheet, SharingRules, Colleagues, Links, ShareResults, ClickCounting, SharingResolver, ShareSheetResolver, ShareResultsResolver, ShareLinkResolver, SharingPolicyResolver, SharingReactions],
  exports: [Sharing, ShareResults, Links],
})
export class SharingModule {}
