export { median, type Comparison, type Round } from './compare';
export type { Database, Loader, Part, Value } from './database';
export { codeOf, idOf, ORGANISATION, random, type Kind } from './ids';
export { ask, httpRequest, type Answer } from './load';
export { cpuOf, memoryOf, type ServerProcess } from './process';
export { figure } from './report';
export { functionSide, httpSide, type Side } from './sides';
export type { Bench, Benchmark } from './types';
export { COHORTS, events, GROUPS, links, NETWORKS, people, publications, signIn, targetOf, WORLD_NOW } from './world';
