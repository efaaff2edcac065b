import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Shown instead; nothing when left out. */
  fallback?: (error: Error, again: () => void) => ReactNode;
}

/** Keeps one part's failure from taking the page down. */
export class Boundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return this.props.fallback?.(error, () => this.setState({ error: null })) ?? null;
  }
}
