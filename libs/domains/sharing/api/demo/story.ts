import type { ClickReason, ShareState } from '@portevoix/sharing/shared';

/** What the generated activity is made of, and what it is made from. */

export type DemoShareNetwork = 'LINKEDIN' | 'X' | 'FACEBOOK' | 'WHATSAPP' | 'MASTODON' | 'BLUESKY' | 'THREADS' | 'EMAIL';
export type DemoPersona = 'READER' | 'OCCASIONAL' | 'REGULAR' | 'KEEN' | 'FADING';

export interface ActivityPerson {
  key: string;
  /** Department or any group: people of one group like the same themes. */
  group: string;
  joinedAt: Date;
  leftAt: Date | null;
  networks: readonly DemoShareNetwork[];
  /** Fixed for an account whose screens must have something to show; otherwise drawn. */
  persona?: DemoPersona;
}

export interface ActivityPublication {
  key: string;
  publishedAt: Date;
  expiresAt: Date | null;
  /** False for INTERNAL and INSTRUCTION. */
  shareable: boolean;
  themes: readonly string[];
  /** Words of the article: what a real reading needs is computed from it. */
  words: number;
  /** Number of French variants. */
  variants: number;
}

export interface ActivityBurst {
  from: Date;
  to: Date;
  /** Person keys: the members of the cohort in contest. */
  people: readonly string[];
}

export interface ActivityInput {
  seed: number;
  /** Nothing happens later. */
  now: Date;
  timeZone: string;
  people: readonly ActivityPerson[];
  publications: readonly ActivityPublication[];
  bursts: readonly ActivityBurst[];
}

export interface DemoSession {
  person: string;
  at: Date;
  device: 'PHONE' | 'DESKTOP';
}

export interface DemoRead {
  person: string;
  publication: string;
  at: Date;
  activeMs: number;
  /** 0 to 1. */
  depth: number;
  /** Long and deep enough to count as read. */
  real: boolean;
}

export interface DemoShare {
  key: string;
  person: string;
  publication: string;
  network: DemoShareNetwork;
  /** OPENED: the composer was opened, nothing more; CLICKED: a valid click shows that it was posted. */
  state: `${ShareState}`;
  at: Date;
  /** Index among the French variants the text started from. */
  variant: number;
  /** The member's own sentence put before the variant; null when the text was left as it is. */
  opening: string | null;
}

/** DUPLICATE: valid in itself, but the same visitor already clicked within the hour. */
export type DemoClickReason = `${ClickReason}` | 'DUPLICATE';

export interface DemoClick {
  share: string;
  at: Date;
  method: 'GET' | 'HEAD';
  userAgent: string;
  /** Opaque: the same text is the same visitor. */
  visitor: string;
  /** How a correct filter classifies it. */
  reason: DemoClickReason;
}

export interface DemoActivity {
  /** Each list in the order of time. */
  sessions: DemoSession[];
  reads: DemoRead[];
  shares: DemoShare[];
  clicks: DemoClick[];
}

/** Sentences members put before a text to make it theirs. */
export const demoOpenings: readonly string[] = [
  'J’en parlais justement hier à la cantine.',
  'Je ne publie pas souvent, mais là, je n’ai pas résisté.',
  'Mon petit dernier m’a posé la question ce week-end.',
  'J’ai fait un détour pour voir : c’est encore mieux en vrai.',
  'Pour celles et ceux qui me demandent ce que je fais de mes journées.',
  'J’ai appris quelque chose ce matin, je vous le passe.',
  'Cela m’a fait sourire dans le train.',
  'Je connais bien les personnes dont il est question ici.',
  'Je mets ça là pour mes anciens de la promo.',
  'Trois minutes de lecture, et je regarde mon bureau autrement.',
  'Je garde ce texte pour le prochain qui me dira que c’est impossible.',
  'Avis à mes amis parents d’élèves.',
  'Je n’aurais pas su le dire aussi bien.',
  'J’ai relu ce passage deux fois.',
];
