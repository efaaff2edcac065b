import { Global, Module } from '@nestjs/common';
import { Cohorts } from './cohorts.service';

@Global()
@Module({
  providers: [Cohorts],
  exports: [Cohorts],
})
export class CohortsModule {}
