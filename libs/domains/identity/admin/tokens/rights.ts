import { isReading } from '@portevoix/identity/shared';
import { useT } from '@portevoix/web';
import { texts } from '../texts';

const NAMES = {
  'organisation:manage': 'tokens.rights.organisationManage',
  'people:read': 'tokens.rights.peopleRead',
  'people:manage': 'tokens.rights.peopleManage',
  'programme:read': 'tokens.rights.programmeRead',
  'programme:manage': 'tokens.rights.programmeManage',
  'cohorts:read': 'tokens.rights.cohortsRead',
  'cohorts:manage': 'tokens.rights.cohortsManage',
  'recruitment:manage': 'tokens.rights.recruitmentManage',
  'content:read': 'tokens.rights.contentRead',
  'content:edit': 'tokens.rights.contentEdit',
  'content:approve': 'tokens.rights.contentApprove',
  'contests:manage': 'tokens.rights.contestsManage',
  'feedback:read': 'tokens.rights.feedbackRead',
  'feedback:answer': 'tokens.rights.feedbackAnswer',
  'analytics:read': 'tokens.rights.analyticsRead',
  'api:introspect': 'tokens.rights.apiIntrospect',
  'audit:read': 'tokens.rights.auditRead',
} as const;

const isNamed = (right: string): right is keyof typeof NAMES => right in NAMES;

/** Names of rights in the reader's words; one that a later version added keeps its own. */
export function useRights() {
  const t = useT(texts);
  const nameOf = (right: string) => (isNamed(right) ? t(NAMES[right]) : right);
  return {
    nameOf,
    /** One right by its name, several by what they do. */
    summaryOf: (scopes: readonly string[]) => (scopes.length === 1 ? nameOf(scopes[0]!) : t(scopes.every(isReading) ? 'tokens.reads' : 'tokens.writes', { count: scopes.length })),
  };
}
