import { page } from '../page.ts';
import type { Site } from '../site.ts';

/** Catch the falling stars, with the arrow keys or the pointer. */
const starBasket = `
<h1>Star Basket</h1>
<p>Move with the arrow keys or the pointer. Caught: <strong id="caught">0</strong></p>
<canvas id="sky" class="art" width="800" height="420" style="background:#1c1747;touch-action:none"></canvas>
<script>
const sky = document.getElementById('sky'), pen = sky.getContext('2d');
let x = 400, caught = 0;
const stars = Array.from({ length: 7 }, (_, i) => ({ x: 60 + i * 110, y: -i * 70, hue: i * 50 }));
addEventListener('keydown', (event) => { if (event.key === 'ArrowLeft') x -= 28; if (event.key === 'ArrowRight') x += 28; });
sky.onpointermove = (event) => { x = event.offsetX * 800 / sky.clientWidth; };
const star = (at) => { pen.fillStyle = 'hsl(' + at.hue + ' 90% 70%)'; pen.beginPath();
  for (let i = 0; i < 10; i++) { const r = i % 2 ? 7 : 16, a = i * Math.PI / 5; pen.lineTo(at.x + Math.sin(a) * r, at.y - Math.cos(a) * r); } pen.fill(); };
const step = () => {
  pen.clearRect(0, 0, 800, 420);
  for (const at of stars) {
    at.y += 2.4;
    if (at.y > 380 && Math.abs(at.x - x) < 52) { caught++; document.getElementById('caught').textContent = caught; at.y = -20; }
    if (at.y > 440) at.y = -20;
    star(at);
  }
  pen.fillStyle = '#ffcf5c'; pen.beginPath(); pen.roundRect(x - 48, 384, 96, 24, 12); pen.fill();
  requestAnimationFrame(step);
};
step();
</script>`;

export const game: Site = () =>
  page(
    {
      title: 'Star Basket - Kite Games',
      brand: 'Kite Games',
      colour: '#5b3fa8',
      links: [['All games', '/']],
    },
    starBasket,
  );
