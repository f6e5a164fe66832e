import { escape, landscape, page } from '../page.ts';
import type { Site } from '../site.ts';

const look = {
  brand: 'Papaya Videos',
  colour: '#b3361e',
  links: [
    ['Home', '/'],
    ['Music', '/?shelf=music'],
    ['Animals', '/?shelf=animals'],
  ],
} as const;

const films = [
  'How bees find flowers',
  'Ten card tricks',
  'A day on a train',
  'Baking bread slowly',
  'Cricket: the late cut',
  'Why the sky is blue',
];

// A real <video> that plays without a file: it shows what a canvas draws.
const player = `
<video id="player" class="art" muted playsinline style="background:#10202c;aspect-ratio:16/9"></video>
<p><button id="full">Full screen</button></p>
<script>
const canvas = document.createElement('canvas');
canvas.width = 640; canvas.height = 360;
const pen = canvas.getContext('2d');
const video = document.getElementById('player');
const paint = (ms) => {
  pen.fillStyle = '#10202c'; pen.fillRect(0, 0, 640, 360);
  for (let i = 0; i < 9; i++) {
    const turn = ms / 1400 + i * 0.7;
    pen.fillStyle = 'hsl(' + (i * 40) + ' 80% 65%)';
    pen.beginPath(); pen.arc(320 + Math.cos(turn) * (40 + i * 24), 180 + Math.sin(turn) * (20 + i * 14), 14, 0, 7); pen.fill();
  }
  requestAnimationFrame(paint);
};
requestAnimationFrame(paint);
video.srcObject = canvas.captureStream(25);
video.play();
document.getElementById('full').onclick = () => video.requestFullscreen();
</script>`;

export const video: Site = ({ path, query }) => {
  if (path === '/watch') {
    const title = query.get('v') ?? films[0] ?? '';
    return page(
      { ...look, title: `${title} - Papaya Videos` },
      `<h1>${escape(title)}</h1>${player}`,
    );
  }
  const shelf = films
    .map(
      (title) =>
        `<article class="card"><a href="/watch?v=${encodeURIComponent(title)}">${landscape(title)}</a><h3>${title}</h3><p>4 minutes</p></article>`,
    )
    .join('');
  return page(
    { ...look, title: 'Papaya Videos' },
    `<h1>Watch something new</h1><div class="grid">${shelf}</div>`,
  );
};
