// What every page knows about the household, and how to look again.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

import type { State } from '@/rules/messages/replies.ts';

export type PageState = {
  /** null: the background did not answer. The page still shows Help. */
  readonly state: State | null;
  /** From the state, or from the last time it answered: help lines need it even then. */
  readonly country: string;
  readonly refresh: () => Promise<void>;
};

export const PageStateContext = createContext<PageState | null>(null);

export function usePageState(): PageState {
  const pageState = useContext(PageStateContext);
  if (pageState === null) throw new Error('No page state: wrap the page in <Page>');
  return pageState;
}
