import { registerEnumType } from '@nestjs/graphql';

export enum GroupKind {
  DEPARTMENT = 'DEPARTMENT',
  SITE = 'SITE',
  SUBSIDIARY = 'SUBSIDIARY',
  PARTNER = 'PARTNER',
  FREE = 'FREE',
}
registerEnumType(GroupKind, { name: 'GroupKind' });
