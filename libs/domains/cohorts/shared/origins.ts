import { registerEnumType } from '@nestjs/graphql';

/** How a person came to be asked; kept for each person, for ever. */
export enum RecruitmentOrigin {
  /** Answered a call for volunteers. */
  VOLUNTEER = 'VOLUNTEER',
  /** Through their department, site or zone. */
  GROUP = 'GROUP',
  /** Trained, and showed a sufficient level. */
  MERIT = 'MERIT',
  /** Already active on social media. */
  PRIOR_ACTIVITY = 'PRIOR_ACTIVITY',
  /** Asked for an expertise or a responsibility: a natural figure. */
  MISSION = 'MISSION',
  /** Brought by a colleague. */
  REFERRAL = 'REFERRAL',
  /** Publishing is part of their contract. */
  CONTRACTUAL = 'CONTRACTUAL',
}
registerEnumType(RecruitmentOrigin, { name: 'RecruitmentOrigin' });

export enum OriginRefusal {
  RATIONALE_REQUIRED = 'RATIONALE_REQUIRED',
  CONTRACT_BASIS_REQUIRED = 'CONTRACT_BASIS_REQUIRED',
}

/** A mission needs its reason in writing, a contractual duty its basis; null when the origin stands. */
export function checkOrigin(origin: RecruitmentOrigin, details: { rationale?: string | null; contractBasis?: string | null }): OriginRefusal | null {
  if (origin === RecruitmentOrigin.MISSION && !details.rationale?.trim()) return OriginRefusal.RATIONALE_REQUIRED;
  if (origin === RecruitmentOrigin.CONTRACTUAL && !details.contractBasis?.trim()) return OriginRefusal.CONTRACT_BASIS_REQUIRED;
  return null;
}
