// The files of a new domain, as the house writes them. `n` holds its names.

/**
 * @param {{ domain: string, one: string, One: string, Many: string }} n "reminders", "reminder", "Reminder", "Reminders"
 * @returns {Record<string, string>} path inside the domain's folder -> content
 */
export const filesOf = (n) => ({ ...documents(n), ...shared(n), ...model(n), ...entrance(n), ...spec(n), ...screens(n, 'admin'), ...screens(n, 'ambassador') });

const documents = ({ domain, Many, One }) => ({
  'README.md': `# ${domain}

${Many}: what they are for, in one sentence of the field's own words.

## Words

| word | means |
|---|---|
| ${One} | … |

## Always holds

- A ${One.toLowerCase()}'s name is unique in its organisation.

## Events

Out: none. In: none.
`,
});

const shared = ({ One }) => ({
  'shared/index.ts': `export * from './inputs';\n`,
  'shared/inputs.ts': `import { Field, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export const LIMITS = { name: 120 } as const;

@InputType()
export class Add${One}Input {
  @Field(() => String)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LIMITS.name)
  name: string;
}
`,
});

const model = ({ domain, one, One, Many }) => ({
  'api/index.ts': `export { ${One} } from './${one}.entity';
export { ${Many}Module } from './${domain}.module';
export { ${Many} } from './${domain}.service';
`,
  [`api/${one}.entity.ts`]: `import { Field, ObjectType } from '@nestjs/graphql';
import { DatedEntity } from '@portevoix/platform';
import { Column, Entity, Unique } from 'typeorm';

@ObjectType()
@Entity()
@Unique('${one}_name', ['organisationId', 'name'])
export class ${One} extends DatedEntity {
  @Field(() => String)
  @Column('text')
  name: string;
}
`,
  [`api/${domain}.service.ts`]: `import { Injectable } from '@nestjs/common';
import { badInput, Clock, Db, isUniqueViolation, pageById, type Connection, type PageArgs } from '@portevoix/platform';
import type { Add${One}Input } from '@portevoix/${domain}/shared';
import { ${One} } from './${one}.entity';

@Injectable()
export class ${Many} {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  list(page: PageArgs): Promise<Connection<${One}>> {
    const query = this.db.of(${One}).createQueryBuilder('${one}').where('${one}.organisationId = :organisation', { organisation: this.db.organisationId });
    return pageById(query, page);
  }

  async add({ name }: Add${One}Input): Promise<${One}> {
    const ${one} = this.db.of(${One}).create({ ...this.db.key(), name, createdAt: this.clock.now() });
    try {
      await this.db.attempt(() => this.db.of(${One}).insert(${one}));
    } catch (error) {
      if (isUniqueViolation(error, '${one}_name')) throw badInput('name', 'isUnique');
      throw error;
    }
    return ${one};
  }
}
`,
});

const entrance = ({ domain, one, One, Many }) => ({
  [`api/${domain}.resolver.ts`]: `import { Args, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Allow, PageArgs, Paged, SIGNED_IN, type Connection } from '@portevoix/platform';
import { Add${One}Input } from '@portevoix/${domain}/shared';
import { ${One} } from './${one}.entity';
import { ${Many} } from './${domain}.service';

@ObjectType()
export class ${One}Connection extends Paged(${One}) {}

@Resolver(() => ${One})
export class ${One}Resolver {
  constructor(private readonly ${domain}: ${Many}) {}

  @Query(() => ${One}Connection, { name: '${domain}' })
  @Allow(SIGNED_IN)
  list(@Args() page: PageArgs): Promise<Connection<${One}>> {
    return this.${domain}.list(page);
  }

  // Give it a right of its own, in the matrix of libs/domains/identity/shared/roles.ts.
  @Mutation(() => ${One})
  @Allow('programme:manage')
  add${One}(@Args('input') input: Add${One}Input): Promise<${One}> {
    return this.${domain}.add(input);
  }
}
`,
  [`api/${domain}.module.ts`]: `import { Module } from '@nestjs/common';
import { ${One}Resolver } from './${domain}.resolver';
import { ${Many} } from './${domain}.service';

@Module({ providers: [${One}Resolver, ${Many}], exports: [${Many}] })
export class ${Many}Module {}
`,
});

const spec = ({ domain, One }) => ({
  [`api/${domain}.api.spec.ts`]: `import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@portevoix/identity/shared';
import { startApi, type TestApi } from '@portevoix/testing';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ADD = 'mutation ($input: Add${One}Input!) { add${One}(input: $input) { id name } }';
const LIST = '{ ${domain} { edges { node { name } } } }';

describe('${domain}', () => {
  it('shows what a pilot added, newest first, and nothing of another organisation', async () => {
    const pilot = await (await api.organisation()).client(Role.PILOT);
    for (const name of ['un', 'deux']) await pilot.ok(ADD, { input: { name } });
    expect(await pilot.ok(LIST)).toEqual({ ${domain}: { edges: [{ node: { name: 'deux' } }, { node: { name: 'un' } }] } });
    const elsewhere = await (await api.organisation()).client(Role.PILOT);
    expect(await elsewhere.ok(LIST)).toEqual({ ${domain}: { edges: [] } });
  });

  it('refuses a name already taken, and a person without the right', async () => {
    const organisation = await api.organisation();
    const pilot = await organisation.client(Role.PILOT);
    await pilot.ok(ADD, { input: { name: 'un' } });
    expect(await pilot.problems(ADD, { input: { name: 'un' } })).toEqual(['name:isUnique']);
    const ambassador = await organisation.client(Role.AMBASSADOR);
    expect(await ambassador.refused(ADD, { input: { name: 'trois' } })).toBe('FORBIDDEN');
  });
});
`,
});

const screens = ({ domain, Many }, app) => ({
  [`${app}/index.ts`]: `import { defineDomain } from '@portevoix/web';
import { ${domain}Texts } from './i18n';

/** Give it its routes, its places in the navigation and its parts of other screens: see libs/web/README.md. */
export const ${domain}${app === 'admin' ? 'Admin' : 'Ambassador'} = defineDomain({ id: '${domain}', catalogue: ${domain}Texts });
`,
  [`${app}/i18n.ts`]: `import { defineCatalogue } from '@portevoix/web';

export const ${domain}Texts = defineCatalogue('${domain}', {
  fr: { nav: { title: '${Many}' } },
  en: { nav: { title: '${Many}' } },
});
`,
});
