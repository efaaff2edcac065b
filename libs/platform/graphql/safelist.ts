import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { Kind, parse, print, type DocumentNode } from 'graphql';
import { Config } from '../config';

/** The same operation, whatever its spaces, comments and the order of its fragments. */
function normal({ definitions }: DocumentNode): string {
  return definitions
    .map((node) => `${node.kind === Kind.FRAGMENT_DEFINITION ? 1 : 0}${print(node)}`)
    .sort()
    .join('\n');
}

/** The operations that an installation takes, where it takes no others (GRAPHQL_SAFELIST): those of its two apps. */
@Injectable()
export class Safelist {
  private readonly known: ReadonlySet<string> | null;
  private readonly verdicts = new WeakMap<DocumentNode, boolean>();

  constructor(@Inject(Config) { GRAPHQL_SAFELIST: file }: Config) {
    this.known = file ? new Set(queriesOf(file).map((query) => normal(parse(query)))) : null;
  }

  /** True for every operation without a list. */
  has(document: DocumentNode): boolean {
    if (!this.known) return true;
    const verdict = this.verdicts.get(document) ?? this.known.has(normal(document));
    this.verdicts.set(document, verdict);
    return verdict;
  }
}

function queriesOf(file: string): string[] {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { query: string }[]).map(({ query }) => query);
  } catch (error) {
    throw new Error(`GRAPHQL_SAFELIST: ${file} is not the list that the build writes (dist/operations.json)`, { cause: error });
  }
}
