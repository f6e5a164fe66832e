// The toolbar icon is always there; its badge says in one sign whether protection is on.
import { browser } from 'wxt/browser';

export type BadgeState = 'on' | 'not-set-up' | 'no-access';

const signs: Readonly<Record<BadgeState, string>> = { on: '', 'not-set-up': '!', 'no-access': '!' };

/** "no-access": the browser keeps us from some sites. The first wall still blocks there; warnings and time do not work. */
export const accessState = async (): Promise<BadgeState> =>
  (await browser.permissions.contains({ origins: ['<all_urls>'] })) ? 'on' : 'no-access';

export async function showBadge(state: BadgeState): Promise<void> {
  await browser.action.setBadgeText({ text: signs[state] });
  await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
}
