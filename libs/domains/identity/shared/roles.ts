import { registerEnumType } from '@nestjs/graphql';

/** What a person does in the programme; a person may hold several, or none (an employee who reads). */
export enum Role {
  /** Instance settings and organisations; no content and no personal data. */
  SUPER_ADMIN = 'SUPER_ADMIN',
  PILOT = 'PILOT',
  COMMUNITY_MANAGER = 'COMMUNITY_MANAGER',
  EDITOR = 'EDITOR',
  COUNCIL = 'COUNCIL',
  SPONSOR = 'SPONSOR',
  CONTRIBUTOR = 'CONTRIBUTOR',
  /** Given by the person's own acceptance, never by an administrator. */
  AMBASSADOR = 'AMBASSADOR',
}
registerEnumType(Role, { name: 'Role' });

/** A right, named `domain:action`. */
export type Permission =
  | 'organisation:manage'
  | 'people:read'
  | 'people:manage'
  | 'programme:read'
  | 'programme:manage'
  | 'cohorts:read'
  | 'cohorts:manage'
  | 'recruitment:manage'
  | 'content:read'
  | 'content:edit'
  | 'content:approve'
  | 'content:suggest'
  | 'sharing:share'
  | 'contests:manage'
  | 'feedback:read'
  | 'feedback:answer'
  | 'analytics:read'
  | 'admin:open'
  /** Reading the schema from the running API. */
  | 'api:introspect'
  /** The journal of what was done to the programme. */
  | 'audit:read';

const EDITOR: Permission[] = ['admin:open', 'programme:read', 'content:read', 'content:edit', 'content:approve', 'analytics:read'];
const COMMUNITY_MANAGER: Permission[] = [...EDITOR, 'people:read', 'cohorts:read', 'contests:manage', 'feedback:read', 'feedback:answer'];
const PILOT: Permission[] = [...COMMUNITY_MANAGER, 'people:manage', 'programme:manage', 'cohorts:manage', 'recruitment:manage', 'organisation:manage', 'api:introspect', 'audit:read'];

/** The one matrix: what each role may do. Everybody signed in may read the feed and act on their own data. */
const MATRIX: Record<Role, readonly Permission[]> = {
  [Role.SUPER_ADMIN]: ['admin:open', 'organisation:manage', 'api:introspect', 'audit:read'],
  [Role.PILOT]: PILOT,
  [Role.COMMUNITY_MANAGER]: COMMUNITY_MANAGER,
  [Role.EDITOR]: EDITOR,
  [Role.COUNCIL]: ['admin:open', 'programme:read', 'content:read'],
  [Role.SPONSOR]: ['admin:open', 'programme:read', 'analytics:read'],
  [Role.CONTRIBUTOR]: ['content:suggest'],
  [Role.AMBASSADOR]: ['sharing:share', 'content:suggest'],
};

/** Rights of the person alone: the screens, and what they do in their own name. No token has them. */
const PERSONAL = new Set<Permission>(['admin:open', 'sharing:share', 'content:suggest']);

/** Those of `permissions` that an API token may be given. */
export const scopesOf = <P extends string>(permissions: Iterable<P>): P[] => [...permissions].filter((permission) => !PERSONAL.has(permission as never));

/** True for a right that changes nothing. */
export const isReading = (permission: string): boolean => permission.endsWith(':read');

/** Union of the rights of `roles`. */
export function permissionsOf(roles: readonly Role[]): Set<Permission> {
  return new Set(roles.flatMap((role) => MATRIX[role]));
}
