// Whether the browser lets an address leave this device. Firefox asks the person for it, at the first report.
import { browser } from 'wxt/browser';

type Collected = Parameters<typeof browser.permissions.contains>[0];

export const maySend = (): Promise<boolean> =>
  import.meta.env.FIREFOX
    ? browser.permissions.contains({
        data_collection: ['browsingActivity'],
      } as unknown as Collected)
    : Promise.resolve(true);
