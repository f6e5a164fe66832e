import { page } from '../page.ts';
import type { Site } from '../site.ts';

const talk = [
  ['Zara', 'Did you finish the drawing of the water cycle?'],
  ['You', 'Almost! I still need the clouds.'],
  ['Zara', 'I used cotton for mine.'],
  ['You', 'Good idea. See you tomorrow.'],
] as const;

const style = `<style>.talk{display:grid;gap:10px;max-width:640px}.talk p{margin:0;padding:10px 16px;border-radius:18px;background:#fff;justify-self:start;max-width:80%}.talk p.mine{background:#cfe7ff;justify-self:end}form{display:flex;gap:8px;margin-top:20px;max-width:640px}form input{flex:1}</style>`;

/** A chat that talks to nobody: what is typed stays on the page. */
export const chat: Site = () =>
  page(
    { title: 'Pebble Chat', brand: 'Pebble Chat', colour: '#1b5fa7', head: style },
    `<h1>Class 5 friends</h1>
<div class="talk" id="talk" aria-live="polite">${talk.map(([who, words]) => `<p class="${who === 'You' ? 'mine' : ''}">${words}</p>`).join('')}</div>
<form id="say"><input id="words" aria-label="Your message" placeholder="Write a message" autocomplete="off"><button>Send</button></form>
<script>
document.getElementById('say').onsubmit = (event) => {
  event.preventDefault();
  const words = document.getElementById('words');
  const line = document.createElement('p');
  line.className = 'mine'; line.textContent = words.value;
  document.getElementById('talk').append(line);
  words.value = '';
};
</script>`,
  );
