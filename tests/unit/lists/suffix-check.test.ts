import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isPublicSuffix } from '@/rules/hosts/registrable-domain.ts';
import { createSuffixCheck } from '@/rules/lists/suffix-check.ts';
import { readSuffixRules } from '@/scripts/suffix-rules.ts';

const isSuffix = createSuffixCheck();

test('BYP-216 every rule of the suffix list, bare and with one name before it, gets the answer of the slow way', async () => {
  const { rules } = await readSuffixRules();
  for (const { name } of rules) {
    const bare = name.replace(/^(?:!|\*\.)/, '');
    for (const host of [bare, `owner.${bare}`, `www.owner.${bare}`]) {
      if (isSuffix(host) !== isPublicSuffix(host)) expect.fail(host);
    }
  }
});

test('any host gets the answer of the slow way', () => {
  const label = fc.oneof(
    fc.stringMatching(/^[a-z0-9-]{1,6}$/),
    fc.constantFrom('com', 'co', 'uk', 'ck', 'www', 'kobe', 'jp', 'github', 'io', 'compute', 'aws'),
  );
  const host = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
  fc.assert(
    fc.property(host, (name) => {
      expect(isSuffix(name)).toBe(isPublicSuffix(name));
    }),
    { numRuns: 1000 },
  );
});
