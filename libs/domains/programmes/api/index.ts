export { Objective } from './objectives/objective.entity';
export { Phases } from './phases.service';
export { Acceptance, Charter, CharterArticle, Principle, Statement } from './principles/principles.entity';
export { Phase, Programme, ProgrammeTransition } from './programme.entity';
export { principleAccepted, principlePublished, programmeMoved } from './programmes.events';
export { programmesFactory } from './programmes.factory';
export { ProgrammesModule } from './programmes.module';
export { programmesSeed } from './programmes.seed';
export { Programmes } from './programmes.service';
