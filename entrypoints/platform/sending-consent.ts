// Firefox's own consent for data that leaves the device (data_collection_permissions in the manifest). Chromium has none.
import type { Services } from '@/components/services.ts';

import { browser } from './browser.ts';

type Collected = Parameters<typeof browser.permissions.contains>[0];

/** A report carries the address of a page: Firefox calls that browsing activity. */
const collected = { data_collection: ['browsingActivity'] } as unknown as Collected;

export const sendingConsent: Services['sendingConsent'] = import.meta.env.FIREFOX
  ? {
      isGiven: () => browser.permissions.contains(collected),
      ask: () => browser.permissions.request(collected),
    }
  : null;
