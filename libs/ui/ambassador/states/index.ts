export { EmptyScene, ErrorScene, ExampleCard, FeedSkeleton, OfflineBanner, PendingCard, PendingPill } from './States';
export type { EmptySceneProps, ErrorSceneProps, PendingCardProps } from './States';
