import { ReportPage } from '@/components/report/ReportPage.tsx';

import { openPage } from '../platform/open-page.tsx';

const [, reportId = null] = /^#([\w-]{1,64})$/.exec(location.hash) ?? [];
openPage(
  { parts: ['report', 'form'], title: 'reportTitle', audience: 'child' },
  <ReportPage reportId={reportId} />,
);
