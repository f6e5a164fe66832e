import { Popup } from '@/components/popup/Popup.tsx';

import { activeTabAddress } from '../platform/active-tab.ts';
import { ask } from '../platform/ask.ts';
import { openPage } from '../platform/open-page.tsx';

const [address, opened] = await Promise.all([activeTabAddress(), ask('popup.opened', {})]);
openPage(
  { parts: ['popup', 'report'], title: 'saathi', audience: 'child' },
  <Popup address={address} shows={opened.ok ? opened.value.shows : null} />,
);
