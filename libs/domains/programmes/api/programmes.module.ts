import { Global, Module } from '@nestjs/common';
import { ObjectiveMeters } from './objectives/objective-meters';
import { ObjectivesResolver } from './objectives/objectives.resolver';
import { Objectives } from './objectives/objectives.service';
import { Phases } from './phases.service';
import { CharterResolver, PrinciplesResolver, ProgrammePrinciplesResolver, StatementResolver } from './principles/principles.resolver';
import { Principles } from './principles/principles.service';
import { ProgrammesResolver, ProgrammeTransitionResolver } from './programmes.resolver';
import { Programmes } from './programmes.service';

@Global()
@Module({
  providers: [CharterResolver, ObjectiveMeters, Objectives, ObjectivesResolver, Phases, Principles, PrinciplesResolver, ProgrammePrinciplesResolver, Programmes, ProgrammesResolver, ProgrammeTransitionResolver, StatementResolver],
  exports: [ObjectiveMeters, Objectives, Phases, Principles, Programmes],
})
export class ProgrammesModule {}
