import { expect, test } from 'vitest';

import { bytesOf, targets } from './built.ts';

/** Bytes, minified. A cold start costs about 32 ms at 200 kB, and every page pays for page.js, every frame for frame.js. */
const goals = {
  'background.js': 150_000,
  'page.js': 12_000,
  'frame.js': 2000,
  'pictures.js': 5000,
} as const;

const cases = targets.flatMap((target) =>
  Object.entries(goals).map(([file, goal]) => [target, file, goal] as const),
);

test.each(cases)('in %s, %s stays within %i bytes', (target, file, goal) => {
  const bytes = bytesOf(target, file);
  console.log(`${target} ${file}: ${bytes} bytes of ${goal}`);
  expect(bytes).toBeLessThanOrEqual(goal);
});
