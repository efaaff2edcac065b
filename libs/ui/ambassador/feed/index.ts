export { CardFoot, WhyBox } from './explain';
export type { CardFootProps, WhyShown } from './explain';
export { FeedCard } from './FeedCard';
export type { ArticleCardProps, FeedCardProps, InstructionCardProps, InternalCardProps, TestimonyCardProps } from './FeedCard';
export { Chips, DayTile, Feed, GreetingHeader, NextUp } from './greeting';
export type { ChipOption, ChipsProps, GreetingHeaderProps, NextUpProps } from './greeting';
