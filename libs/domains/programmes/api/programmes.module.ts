import { Global, Module } from '@nestjs/common';
import { Phases } from './phases.service';
import { Programmes } from './programmes.service';

@Global()
@Module({
  providers: [Phases, Programmes],
  exports: [Phases, Programmes],
})
export class ProgrammesModule {}
