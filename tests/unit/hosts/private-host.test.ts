import { expect, test } from 'vitest';

import { isPrivateHost } from '@/rules/hosts/private-host.ts';

test('numbers of this machine and of networks at home are private, and their neighbours are not', () => {
  for (const host of [
    '0.0.0.0',
    '10.1.2.3',
    '127.0.0.1',
    '169.254.0.1',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.1.1',
    '100.64.1.1',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
  ])
    expect(isPrivateHost(host), host).toBe(true);
  for (const host of ['172.15.0.1', '172.32.0.1', '11.0.0.1', '100.128.0.1', '[2001:db8::1]'])
    expect(isPrivateHost(host), host).toBe(false);
});

test('names of the home are private, also those without a dot; a name that only looks so is a site', () => {
  for (const host of ['localhost', 'nas', 'printer.local', 'wiki.corp', 'tv.home.arpa'])
    expect(isPrivateHost(host), host).toBe(true);
  for (const host of ['pics.example', 'local.example', 'mylan.example', '10.example.com'])
    expect(isPrivateHost(host), host).toBe(false);
});

test('names of "arpa" that stand for numbers are open to everybody', () => {
  expect(isPrivateHost('d.f.ip6.arpa')).toBe(false);
  expect(isPrivateHost('1.0.0.10.in-addr.arpa')).toBe(false);
});
