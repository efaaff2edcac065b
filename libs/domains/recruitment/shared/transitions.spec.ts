import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  Actor,
  ApplicationAction,
  ApplicationState,
  MembershipAction,
  MembershipState,
  moveApplication,
  moveMembership,
  TransitionRefusal,
} from './index';

describe('an application', () => {
  it('is accepted or queued by the team, withdrawn by its author', () => {
    expect(moveApplication(ApplicationState.SUBMITTED, ApplicationAction.ACCEPT, Actor.TEAM)).toEqual({ ok: true, state: ApplicationState.ACCEPTED });
    expect(moveApplication(ApplicationState.QUEUED, ApplicationAction.ACCEPT, Actor.TEAM)).toEqual({ ok: true, state: ApplicationState.ACCEPTED });
    expect(moveApplication(ApplicationState.QUEUED, ApplicationAction.WITHDRAW, Actor.SELF)).toEqual({ ok: true, state: ApplicationState.WITHDRAWN });
    expect(moveApplication(ApplicationState.WITHDRAWN, ApplicationAction.RESUBMIT, Actor.SELF)).toEqual({ ok: true, state: ApplicationState.SUBMITTED });
  });

  it('is refused what does not belong to who asks, or to its state', () => {
    expect(moveApplication(ApplicationState.SUBMITTED, ApplicationAction.ACCEPT, Actor.SELF)).toEqual({ ok: false, refusal: TransitionRefusal.TEAM_ONLY });
    expect(moveApplication(ApplicationState.SUBMITTED, ApplicationAction.WITHDRAW, Actor.TEAM)).toEqual({ ok: false, refusal: TransitionRefusal.SELF_ONLY });
    expect(moveApplication(ApplicationState.WITHDRAWN, ApplicationAction.ACCEPT, Actor.TEAM)).toEqual({ ok: false, refusal: TransitionRefusal.WRONG_STATE });
    expect(moveApplication(ApplicationState.ACCEPTED, ApplicationAction.WITHDRAW, Actor.SELF)).toEqual({ ok: false, refusal: TransitionRefusal.WRONG_STATE });
  });
});

describe('a membership', () => {
  it('becomes active only by the person’s own acceptance, and ends by their own leaving', () => {
    const step = fc.tuple(fc.constantFrom(...Object.values(MembershipAction)), fc.constantFrom(...Object.values(Actor)));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = MembershipState.INVITED;
        for (const [action, by] of steps) {
          const result = moveMembership(state, action, by);
          if (!result.ok) continue;
          if (result.state === MembershipState.ACTIVE) expect([state, action, by]).toEqual([MembershipState.INVITED, MembershipAction.ACCEPT, Actor.SELF]);
          if (state === MembershipState.ACTIVE) expect([action, by]).toEqual([MembershipAction.LEAVE, Actor.SELF]);
          state = result.state;
        }
      }),
    );
  });

  it('can be proposed again', () => {
    expect(moveMembership(MembershipState.LEFT, MembershipAction.INVITE, Actor.TEAM)).toEqual({ ok: true, state: MembershipState.INVITED });
    expect(moveMembership(MembershipState.ACTIVE, MembershipAction.INVITE, Actor.TEAM)).toEqual({ ok: false, refusal: TransitionRefusal.WRONG_STATE });
  });
});
