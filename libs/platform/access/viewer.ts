import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { unauthenticated } from '../errors';
import { requestOf } from './request';

/** Who asks. Made by the Authenticator from a session or a token. */
export interface Viewer {
  organisationId: string;
  personId: string;
  /** Session or API token, for "current device" and for audit. */
  credentialId: string;
  roles: readonly string[];
  /** Of a token: those that its scopes leave. */
  permissions: ReadonlySet<string>;
  /** A program with a token, not the person at a screen. */
  isToken: boolean;
  locale: string;
  /** Signed in, but their role asks for a second factor that they have not set up. */
  secondFactorMissing: boolean;
}

/** False for an anonymous caller. */
export const can = (viewer: Viewer | null, permission: string): boolean => viewer?.permissions.has(permission) ?? false;

/** The signed-in viewer; refuses an anonymous caller. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = requestOf(context);
  if (!viewer) throw unauthenticated();
  return viewer;
});

/** The viewer, or null for an anonymous caller of a public operation. */
export const MaybeViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer | null => requestOf(context).viewer);

/** The HTTP request and reply, for cookies and the caller's address. */
export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext) => requestOf(context));
