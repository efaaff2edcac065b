export { FigureTrio, JourneyPath, MemberHeader, ReferentCard, Rule, Weeks } from './Me';
export type { Figure, JourneyStep, ReferentCardProps, WeekTile } from './Me';
