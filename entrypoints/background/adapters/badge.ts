// The toolbar icon is always there; its badge says in one sign whether protection is on.
import { browser } from 'wxt/browser';

export type BadgeState = 'on' | 'not-set-up' | 'no-access';

const signs: Readonly<Record<BadgeState, string>> = { on: '', 'not-set-up': '!', 'no-access': '!' };

export async function showBadge(state: BadgeState): Promise<void> {
  await browser.action.setBadgeText({ text: signs[state] });
  await browser.action.setBadgeBackgroundColor({ color: '#b45309' });
}
