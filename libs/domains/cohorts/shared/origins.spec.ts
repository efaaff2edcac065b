import { describe, expect, it } from '@jest/globals';
import { checkOrigin, OriginRefusal, RecruitmentOrigin } from './index';

describe('an origin', () => {
  it('asks a mission for its reason and a contractual duty for its basis', () => {
    expect(checkOrigin(RecruitmentOrigin.MISSION, { rationale: ' ' })).toBe(OriginRefusal.RATIONALE_REQUIRED);
    expect(checkOrigin(RecruitmentOrigin.MISSION, { rationale: 'Porte-parole énergie' })).toBeNull();
    expect(checkOrigin(RecruitmentOrigin.CONTRACTUAL, { rationale: 'x' })).toBe(OriginRefusal.CONTRACT_BASIS_REQUIRED);
    expect(checkOrigin(RecruitmentOrigin.CONTRACTUAL, { contractBasis: 'Avenant du 3 mars' })).toBeNull();
    expect(checkOrigin(RecruitmentOrigin.VOLUNTEER, {})).toBeNull();
  });
});
