import { registerEnumType } from '@nestjs/graphql';

/** The first axis of a programme, tied to the mission of who pilots it. */
export enum ProgrammeAxis {
  /** Corporate communication. */
  CORPORATE = 'CORPORATE',
  /** Customer relations. */
  CUSTOMER = 'CUSTOMER',
  /** Sales development. */
  SALES = 'SALES',
}
registerEnumType(ProgrammeAxis, { name: 'ProgrammeAxis' });

/** Themes proposed at the start; their names are in the catalogues. */
export enum StartingTheme {
  COMPANY_LIFE = 'COMPANY_LIFE',
  CSR = 'CSR',
  CAREERS = 'CAREERS',
  INNOVATION = 'INNOVATION',
  CUSTOMER_STORIES = 'CUSTOMER_STORIES',
  ADVICE = 'ADVICE',
  SERVICES = 'SERVICES',
  EXPERTISE = 'EXPERTISE',
  MARKET = 'MARKET',
  PROJECTS = 'PROJECTS',
}
registerEnumType(StartingTheme, { name: 'StartingTheme' });

export interface AxisDefaults {
  themes: readonly StartingTheme[];
  /** Ids of metrics, the leading one first. */
  kpis: readonly string[];
}

const COMMON = ['active-members', 'readers'] as const;

/** What a programme of that axis starts with; everything can be changed afterwards. */
export const axisDefaults: Record<ProgrammeAxis, AxisDefaults> = {
  [ProgrammeAxis.CORPORATE]: {
    themes: [StartingTheme.COMPANY_LIFE, StartingTheme.CSR, StartingTheme.CAREERS, StartingTheme.INNOVATION],
    kpis: ['shares', 'valid-clicks', 'attention-minutes', ...COMMON],
  },
  [ProgrammeAxis.CUSTOMER]: {
    themes: [StartingTheme.CUSTOMER_STORIES, StartingTheme.ADVICE, StartingTheme.SERVICES, StartingTheme.EXPERTISE],
    kpis: ['valid-clicks', 'conversions-contact', 'shares', ...COMMON],
  },
  [ProgrammeAxis.SALES]: {
    themes: [StartingTheme.EXPERTISE, StartingTheme.MARKET, StartingTheme.PROJECTS, StartingTheme.CUSTOMER_STORIES],
    kpis: ['conversions-lead', 'conversions-sale', 'valid-clicks', 'earned-media-value', ...COMMON],
  },
};
