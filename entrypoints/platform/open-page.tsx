// Puts a surface into its page.
import { render, type ComponentChildren } from 'preact';

import { Page, type PageProps } from '@/components/page/Page.tsx';

import { platform } from './services.ts';
import { stopReading } from './voice.ts';

export function openPage(
  page: Pick<PageProps, 'parts' | 'title' | 'audience'>,
  surface: ComponentChildren,
): void {
  const root = document.querySelector('#root');
  if (root === null) throw new Error('The page has no #root');
  addEventListener('pagehide', stopReading);
  render(
    <Page platform={platform} {...page}>
      {surface}
    </Page>,
    root,
  );
}
