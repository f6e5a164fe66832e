import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';

import { useSection } from '@/components/guardian/sections.ts';

function Probe() {
  return <output>{useSection()}</output>;
}

afterEach(() => {
  render(null, document.body);
  window.location.hash = '';
});

test('an address that changes before the page listens to it is followed all the same', async () => {
  render(<Probe />, document.body);
  expect(document.body.textContent).toBe('today');
  window.location.hash = '#rules';

  await vi.waitFor(() => expect(document.body.textContent).toBe('rules'));
});
