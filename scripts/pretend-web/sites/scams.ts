// Kinds of scam page, and an honest page that has the same words. Their forms send nothing.
import { page } from '../page.ts';
import type { Site } from '../site.ts';

const silent = `onsubmit="event.preventDefault(); this.querySelector('output').textContent = 'This pretend form sends nothing.'"`;

/** Game money for a password: its words and its form. */
export const coinMaker: Site = () =>
  page(
    { title: 'Free V-Bucks generator', brand: 'Coin Maker', colour: '#3d1f6b' },
    `<h1>Free V-Bucks generator</h1>
<p>Get 13,500 V-Bucks for free. Enter your username and password and choose how many V-Bucks you want. They are added to your account in five minutes, after a short human verification.</p>
<form class="card" ${silent}>
<label>Username <input name="user" autocomplete="off"></label>
<label>Password <input name="password" type="password" autocomplete="off"></label>
<button>Generate V-Bucks</button> <output></output></form>`,
  );

/** A prize for a press: its words alone. */
export const luckyVisitor: Site = () =>
  page(
    { title: 'Congratulations, you have won', brand: 'Lucky Day', colour: '#7a1230' },
    `<h1>Congratulations! You have been selected</h1>
<p>You are the lucky visitor of today and you have won an iPhone. Only 2 left. Claim your prize now: the offer expires in 4 minutes. There is nothing to pay and nothing to lose, thousands of people were happy with their prize yesterday.</p>
<button type="button">Claim prize</button>`,
  );

/** A real prize draw, and a real page to sign in on. */
export const readingClub: Site = () =>
  page(
    { title: 'Reading club: sign in for the prize draw', brand: 'Reading Club', colour: '#1f5a4a' },
    `<h1>Summer reading prize draw</h1>
<p>Read six books until August and enter our prize draw. Prizes are book tokens and a tablet. Congratulations to last year's winners! The prizes can be collected at the desk of the library with a library card.</p>
<form class="card" ${silent}>
<label>Library card <input name="card-number" autocomplete="off"></label>
<label>Password <input name="password" type="password" autocomplete="off"></label>
<button>Sign in</button> <output></output></form>`,
  );
