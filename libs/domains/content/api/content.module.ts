import { Module } from '@nestjs/common';
import { Publications } from './publications/publications.service';
import { SegmentsOf } from './publications/segments.service';

@Module({
  providers: [Publications, SegmentsOf],
  exports: [Publications],
})
export class ContentModule {}
