import { registerEnumType } from '@nestjs/graphql';
import { moved, type Move } from '@portevoix/identity/shared';

/** Who acts: the person concerned, or somebody of the programme's team. */
export enum Actor {
  SELF = 'SELF',
  TEAM = 'TEAM',
}

export enum TransitionRefusal {
  /** Not possible from this state. */
  WRONG_STATE = 'WRONG_STATE',
  /** Only the person may decide this for themselves. */
  SELF_ONLY = 'SELF_ONLY',
  /** Only the programme's team may decide this. */
  TEAM_ONLY = 'TEAM_ONLY',
}

/** The new state, or why not. */
export type Transition<State> = { ok: true; state: State } | { ok: false; refusal: TransitionRefusal };

export enum ApplicationState {
  SUBMITTED = 'SUBMITTED',
  /** Kept for a later wave. */
  QUEUED = 'QUEUED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ApplicationState, { name: 'ApplicationState' });

/** States that the programme's team sees; a withdrawn application is its author's alone. */
export const VISIBLE_APPLICATIONS = [ApplicationState.SUBMITTED, ApplicationState.QUEUED, ApplicationState.ACCEPTED] as const;

/** Applications that wait for an answer. */
export const WAITING_APPLICATIONS = [ApplicationState.SUBMITTED, ApplicationState.QUEUED] as const;

export enum ApplicationAction {
  ACCEPT = 'ACCEPT',
  QUEUE = 'QUEUE',
  DECLINE = 'DECLINE',
  WITHDRAW = 'WITHDRAW',
  /** Apply again after having withdrawn or been declined. */
  RESUBMIT = 'RESUBMIT',
}

export enum MembershipState {
  INVITED = 'INVITED',
  ACTIVE = 'ACTIVE',
  DECLINED = 'DECLINED',
  LEFT = 'LEFT',
}

export enum MembershipAction {
  ACCEPT = 'ACCEPT',
  DECLINE = 'DECLINE',
  LEAVE = 'LEAVE',
  /** Ask again somebody who declined or left. */
  INVITE = 'INVITE',
}

type Rule<State> = Move<State> & { by: Actor };

const APPLICATION: Record<ApplicationAction, Rule<ApplicationState>> = {
  [ApplicationAction.ACCEPT]: { from: [ApplicationState.SUBMITTED, ApplicationState.QUEUED], to: ApplicationState.ACCEPTED, by: Actor.TEAM },
  [ApplicationAction.QUEUE]: { from: [ApplicationState.SUBMITTED], to: ApplicationState.QUEUED, by: Actor.TEAM },
  [ApplicationAction.DECLINE]: { from: [ApplicationState.SUBMITTED, ApplicationState.QUEUED], to: ApplicationState.DECLINED, by: Actor.TEAM },
  [ApplicationAction.WITHDRAW]: { from: [ApplicationState.SUBMITTED, ApplicationState.QUEUED], to: ApplicationState.WITHDRAWN, by: Actor.SELF },
  [ApplicationAction.RESUBMIT]: { from: [ApplicationState.WITHDRAWN, ApplicationState.DECLINED], to: ApplicationState.SUBMITTED, by: Actor.SELF },
};

const MEMBERSHIP: Record<MembershipAction, Rule<MembershipState>> = {
  [MembershipAction.ACCEPT]: { from: [MembershipState.INVITED], to: MembershipState.ACTIVE, by: Actor.SELF },
  [MembershipAction.DECLINE]: { from: [MembershipState.INVITED], to: MembershipState.DECLINED, by: Actor.SELF },
  [MembershipAction.LEAVE]: { from: [MembershipState.ACTIVE], to: MembershipState.LEFT, by: Actor.SELF },
  [MembershipAction.INVITE]: { from: [MembershipState.DECLINED, MembershipState.LEFT], to: MembershipState.INVITED, by: Actor.TEAM },
};

/** An application to join; withdrawing is the applicant's alone, deciding the team's alone. */
export const moveApplication = (state: ApplicationState, action: ApplicationAction, by: Actor): Transition<ApplicationState> => move(APPLICATION, state, action, by);

/**
 * A person's place in the programme. Whatever the origin, contractual duty included, it starts as INVITED, and only
 * the person can make it ACTIVE: nobody is designated by force.
 */
export const moveMembership = (state: MembershipState, action: MembershipAction, by: Actor): Transition<MembershipState> => move(MEMBERSHIP, state, action, by);

function move<Action extends string, State>(rules: Record<Action, Rule<State>>, state: State, action: Action, by: Actor): Transition<State> {
  const rule = rules[action];
  if (by !== rule.by) return { ok: false, refusal: rule.by === Actor.SELF ? TransitionRefusal.SELF_ONLY : TransitionRefusal.TEAM_ONLY };
  const next = moved(rules, state, action);
  return next === null ? { ok: false, refusal: TransitionRefusal.WRONG_STATE } : { ok: true, state: next };
}
