import { Popup } from '@/components/popup/Popup.tsx';
import { RevealPictures } from '@/components/popup/RevealPictures.tsx';
import { ReportPage } from '@/components/report/ReportPage.tsx';

import { activeTabAddress } from '../platform/active-tab.ts';
import { ask } from '../platform/ask.ts';
import { openPage } from '../platform/open-page.tsx';

const [address, opened] = await Promise.all([activeTabAddress(), ask('popup.opened', {})]);
const shows = opened.ok ? opened.value.shows : null;
if (shows?.kind === 'card') {
  const { reportId, mechanismId } = shows;
  openPage(
    { parts: ['popup', 'report', 'form'], title: 'saathi', audience: 'child' },
    <ReportPage reportId={reportId} card={{ mechanismId }} />,
  );
} else if (shows?.kind === 'pictures') {
  openPage(
    { parts: ['popup', 'pictures'], title: 'saathi', audience: 'child' },
    <RevealPictures tabId={shows.tabId} />,
  );
} else {
  openPage(
    { parts: ['popup', 'report'], title: 'saathi', audience: 'child' },
    <Popup address={address} shows={shows} />,
  );
}
