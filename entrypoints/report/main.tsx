import { ReportPage } from '@/components/report/ReportPage.tsx';

import { openPage } from '../platform/open-page.tsx';

// Always the list: an address that named a report would stay in the history and in bookmarks, and open it for anybody.
openPage(
  { parts: ['report', 'form'], title: 'reportTitle', audience: 'child' },
  <ReportPage reportId={null} />,
);
