import type { ComponentType } from 'react';
import { FeedPage } from './feed';
import { SharePage } from './share';

export const pages: Readonly<Record<string, ComponentType>> = { feed: FeedPage, share: SharePage };
