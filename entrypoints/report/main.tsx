import { ReportPage } from '@/components/report/ReportPage.tsx';

import { openPage } from '../platform/open-page.tsx';

const untrustedId = location.hash.slice(1);
const reportId = /^[\w-]{1,64}$/.test(untrustedId) ? untrustedId : null;
openPage(
  { parts: ['report'], title: 'reportTitle', audience: 'child' },
  <ReportPage reportId={reportId} />,
);
