import { expect, test } from 'vitest';

import { isChatHost } from '@/rules/received/chat-hosts.ts';
import { chatPlanOf } from '@/rules/received/chat-plan.ts';

test('a chat that a page’s hello knows has a plan of its own, on all of its hosts', () => {
  for (const host of ['web.whatsapp.com', 'discord.com', 'canary.discord.com', 'www.roblox.com']) {
    expect(isChatHost(host), host).toBe(true);
    expect(chatPlanOf(host).list, host).not.toBe('');
  }
});

test('every other host, also one that is called like something every object has, is looked at as a chat nobody knows', () => {
  for (const host of [
    'example.org',
    'notdiscord.com',
    'whatsapp.com',
    'constructor',
    'toString',
    '',
  ]) {
    expect(isChatHost(host), host).toBe(false);
    expect(chatPlanOf(host).list, host).toBe('');
  }
});
