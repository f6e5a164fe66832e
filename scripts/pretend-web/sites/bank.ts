import { page } from '../page.ts';
import type { Site } from '../site.ts';

const look = { brand: 'Demo Bank', colour: '#123f78' } as const;
const form = `
<form class="card" style="max-width:420px" onsubmit="event.preventDefault(); this.querySelector('output').textContent = 'This pretend form sends nothing.'">
<label>Customer number <input name="customer" autocomplete="off"></label>
<label>Password <input name="password" type="password" autocomplete="off"></label>
<button>Log in</button> <output></output></form>`;

/** The genuine one, as genuine as a pretend bank can be. */
export const bank: Site = () =>
  page({ ...look, title: 'Demo Bank' }, `<h1>Welcome to Demo Bank</h1>${form}`);

/** Looks just like it, at another address. Its form sends nothing. */
export const imitatedBank: Site = () =>
  page(
    { ...look, title: 'Demo Bank - confirm your account' },
    `<h1>Confirm your account</h1><p>Your account will be closed today. Log in to keep it.</p>${form}`,
  );
