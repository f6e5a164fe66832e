import { Popup } from '@/components/popup/Popup.tsx';

import { activeTabAddress } from '../platform/active-tab.ts';
import { openPage } from '../platform/open-page.tsx';

const address = await activeTabAddress();
openPage(
  { parts: ['popup', 'report'], title: 'saathi', audience: 'child' },
  <Popup address={address} />,
);
