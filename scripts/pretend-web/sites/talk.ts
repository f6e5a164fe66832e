import { page } from '../page.ts';
import type { Site } from '../site.ts';

/** Nobody types these: each press brings the next one, as a stranger would write them over an evening. */
const lines = [
  'hi, you play so well',
  'how old are you?',
  'are you home alone?',
  "don't tell your mum about me, ok?",
  'send me a pic of you',
] as const;

const style = `<style>.log{display:grid;gap:10px;max-width:640px;min-height:220px;align-content:start}.row{display:flex}.row.mine{justify-content:flex-end}.row p{margin:0;padding:10px 16px;border-radius:18px;background:#fff;max-width:80%}.row.mine p{background:#cfe7ff}form{display:flex;gap:8px;margin:20px 0;max-width:640px}form textarea{flex:1}</style>`;

/** A chat in which somebody presses, to see what a child is told. What is typed stays on the page. */
export const talk: Site = () =>
  page(
    { title: 'Harbour Talk', brand: 'Harbour Talk', colour: '#3c5a78', head: style },
    `<h1>Ship_77</h1>
<div class="log" id="log" role="log"><div class="row mine"><p>hello</p></div></div>
<form id="say"><textarea id="words" rows="2" aria-label="Your message" placeholder="Write a message"></textarea><button>Send</button></form>
<button id="more">Somebody writes</button>
<script>
const lines = ${JSON.stringify(lines)};
const add = (name, text) => {
  const row = document.createElement('div');
  const line = document.createElement('p');
  row.className = name; line.textContent = text;
  row.append(line);
  document.getElementById('log').append(row);
};
document.getElementById('more').onclick = () => { const text = lines.shift(); if (text) add('row', text); };
document.getElementById('say').onsubmit = (event) => {
  event.preventDefault();
  const words = document.getElementById('words');
  add('row mine', words.value);
  words.value = '';
};
</script>`,
  );
