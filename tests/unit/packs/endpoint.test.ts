import { expect, test } from 'vitest';

import { isAcceptableEndpoint } from '@/rules/packs/endpoint.ts';

test.each([
  ['https://desk.example', true],
  ['https://desk.example:8443/rt', true],
  ['http://127.0.0.1:8080', true],
  ['http://localhost:8080/rt', true],
  ['http://desk.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['http://localhost.evil.example', false],
  ['http://[::1]:8080', false],
  ['http://192.168.1.4', false],
  ['http://0.0.0.0:8080', false],
  ['ftp://desk.example', false],
  ['javascript:alert(1)', false],
  ['https://user:pass@desk.example', false],
  ['https://desk.example/?next=x', false],
  ['https://desk.example/#x', false],
  ['desk.example', false],
  ['', false],
])('BYP-224 a report may leave for %s: %s', (endpoint, expected) => {
  expect(isAcceptableEndpoint(endpoint)).toBe(expected);
});
