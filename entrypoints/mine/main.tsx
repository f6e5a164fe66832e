import { MyPage } from '@/components/mine/MyPage.tsx';

import { openPage } from '../platform/open-page.tsx';

openPage(
  {
    parts: ['popup', 'blocked', 'report', 'journal', 'mine', 'time', 'codes', 'picture', 'growing'],
    title: 'myPage',
    audience: 'child',
  },
  <MyPage />,
);
