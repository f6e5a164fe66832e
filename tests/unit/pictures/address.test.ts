import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { candidateOf, longestInline, mayRead } from '@/rules/pictures/address.ts';

const page = 'https://news.example/story';
const kindOf = (address: string, from = page): string => candidateOf(address, from).kind;

describe('which pictures are asked for', () => {
  test('those of the web, without what stands behind the hash', () => {
    expect(candidateOf('https://pics.example/a.jpg?w=3#x', page)).toEqual({
      kind: 'look',
      href: 'https://pics.example/a.jpg?w=3',
      mayBePrivate: false,
    });
    expect(kindOf('http://pics.example/a.jpg')).toBe('look');
  });

  test('none of another kind, and nothing that no rule can read', () => {
    for (const address of [
      'blob:https://news.example/1',
      'file:///home/me.jpg',
      'chrome-extension://abc/x.png',
      'javascript:1',
      'ftp://pics.example/a.jpg',
      '',
      'not an address',
      `https://pics.example/${'a'.repeat(5000)}`,
    ])
      expect(kindOf(address)).toBe('unreachable');
  });

  test('pictures inside their address, if they are pictures and not too long; lines are not looked at', () => {
    expect(kindOf('data:image/png;base64,AAAA')).toBe('look');
    expect(kindOf('DATA:IMAGE/SVG+XML,%3Csvg/%3E')).toBe('vector');
    expect(kindOf('data:text/html,hello')).toBe('unreachable');
    expect(kindOf(`data:image/png;base64,${'A'.repeat(longestInline)}`)).toBe('unreachable');
  });

  test('private machines only from a page that is on one itself', () => {
    for (const host of ['192.168.1.1', 'localhost', 'printer.local', '127.0.0.1', '[::1]', 'nas']) {
      expect(kindOf(`http://${host}/a.jpg`)).toBe('unreachable');
      expect(kindOf(`http://${host}/a.jpg`, 'http://192.168.1.7/album')).toBe('look');
    }
  });

  test('every spelling of a private number is known', () => {
    for (const url of ['http://0x7f000001/a.png', 'http://2130706433/a.png', 'http://10.1/a.png'])
      expect(kindOf(url)).toBe('unreachable');
  });

  test('an answer that was forwarded to a private machine is not read', () => {
    expect(mayRead('https://cdn.example/a.jpg', false)).toBe(true);
    expect(mayRead('http://192.168.0.1/a.jpg', false)).toBe(false);
    expect(mayRead('http://192.168.0.1/a.jpg', true)).toBe(true);
    expect(mayRead('file:///a.jpg', true)).toBe(false);
    expect(mayRead('data:image/png;base64,AAAA', false)).toBe(true);
  });

  test('whatever a page writes, the answer is one of three', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom(page, 'about:blank', 'http://10.0.0.1/'),
        (address, from) => {
          expect(['look', 'vector', 'unreachable']).toContain(kindOf(address, from));
        },
      ),
    );
  });
});
