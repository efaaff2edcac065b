import { Module } from '@nestjs/common';
import { ContentModule } from '@portevoix/content/api';
import { ClickCounting } from './clicks/click-count.service';
import { Links } from './clicks/links.service';
import { Colleagues } from './colleagues.service';
import { SharingRules } from './policy.service';
import { ShareSheet } from './preparation.service';
import { ShareResults } from './results.service';
import { SharingReactions } from './sharing.reactions';
import { ShareLinkResolver, SharingPolicyResolver, SharingResolver } from './sharing.resolver';
import { Sharing } from './sharing.service';

@Module({
  imports: [ContentModule],
  providers: [Sharing, ShareSheet, SharingRules, Colleagues, Links, ShareResults, ClickCounting, SharingResolver, ShareLinkResolver, SharingPolicyResolver, SharingReactions],
  exports: [Sharing, ShareResults, Links],
})
export class SharingModule {}
