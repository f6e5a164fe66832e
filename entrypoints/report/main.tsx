import { ReportPage } from '@/components/report/ReportPage.tsx';

import { openPage } from '../platform/open-page.tsx';

// "#ID", or "#ID&card" and "#ID&card=MECHANISM" for the small window beside an official form.
const [, reportId = null, card, mechanismId = null] =
  /^#([\w-]{1,64})(&card(?:=([\w-]{1,120}))?)?$/.exec(location.hash) ?? [];
openPage(
  { parts: ['report', 'form'], title: 'reportTitle', audience: 'child' },
  <ReportPage reportId={reportId} card={card === undefined ? null : { mechanismId }} />,
);
