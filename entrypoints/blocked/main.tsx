import { useEffect, useState } from 'preact/hooks';

import { addressFromFragment } from '@/components/blocked/address.ts';
import { BlockedPage } from '@/components/blocked/BlockedPage.tsx';

import { goBackFurtherIfBounced } from '../platform/leaving.ts';
import { openPage } from '../platform/open-page.tsx';

goBackFurtherIfBounced();

/** The same tab can be sent from one closed page to another without loading this one anew. */
function Blocked() {
  const [fragment, setFragment] = useState(location.hash);
  useEffect(() => {
    const read = () => setFragment(location.hash);
    addEventListener('hashchange', read);
    // The address may have changed between the first drawing and this moment.
    read();
    return () => removeEventListener('hashchange', read);
  }, []);
  return <BlockedPage address={addressFromFragment(fragment)} />;
}

openPage(
  { parts: ['page', 'blocked', 'codes', 'report'], title: 'blockedTitle', audience: 'child' },
  <Blocked />,
);
