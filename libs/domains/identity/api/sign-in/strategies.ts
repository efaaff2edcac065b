import { Injectable, type FactoryProvider } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { type RedeemMagicLinkInput, type RedeemSignInCodeInput, type SignInInput } from '@portevoix/identity/shared';
import type { RequestContext } from '@portevoix/platform';
import type { Strategy } from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Person } from '../person.entity';
import { Passwords } from './passwords.service';
import { SignInLinks } from './sign-in-links.service';

/** What a strategy gets: the checked input as the body that passport expects, and the request it came with. */
export interface SignInRequest<T extends object = object> {
  body: T;
  context: RequestContext;
}

/** `validate` answers whose credentials these are; null refuses them. Nothing but this decides who signs in. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(LocalStrategy, 'password') {
  constructor(private readonly passwords: Passwords) {
    super({ usernameField: 'email', passReqToCallback: true });
  }

  validate({ body, context }: SignInRequest<SignInInput>, email: string, password: string): Promise<Person | null> {
    return this.passwords.owner({ email, password, organisation: body.organisation }, context);
  }
}

@Injectable()
export class LinkStrategy extends PassportStrategy(CustomStrategy, 'link') {
  constructor(private readonly links: SignInLinks) {
    super();
  }

  validate({ body, context }: SignInRequest<RedeemMagicLinkInput>): Promise<Person | null> {
    return this.links.ownerOfLink(body, context);
  }
}

@Injectable()
export class CodeStrategy extends PassportStrategy(CustomStrategy, 'code') {
  constructor(private readonly links: SignInLinks) {
    super();
  }

  validate({ body, context }: SignInRequest<RedeemSignInCodeInput>): Promise<Person | null> {
    return this.links.ownerOfCode(body, context);
  }
}

/** Every way in, by its name. Another one (OIDC, SAML) is one more class and one more line. */
const strategies = { password: PasswordStrategy, link: LinkStrategy, code: CodeStrategy };

export type WayIn = keyof typeof strategies;

/** What SignIn registers with passport. */
export abstract class Strategies {
  abstract readonly byName: ReadonlyMap<WayIn, Strategy>;
}

const classes = Object.values(strategies);
const registry: FactoryProvider<Strategies> = {
  provide: Strategies,
  inject: classes,
  useFactory: (...made: Strategy[]) => ({ byName: new Map((Object.keys(strategies) as WayIn[]).map((name, index) => [name, made[index]!])) }),
};

export const strategyProviders = [...classes, registry];
