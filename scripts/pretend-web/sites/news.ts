import { landscape, page } from '../page.ts';
import type { Site } from '../site.ts';

const subjects = ['The city', 'A school', 'The river', 'A young team', 'The library', 'A farmer'];
const deeds = [
  'opens a garden on its roof',
  'plants nine thousand trees',
  'finds a way to save water',
  'wins the friendship cup',
  'lends books by bicycle',
  'shares the harvest with neighbours',
];
const sentences = [
  'People came early and stayed until the evening.',
  'It took two years of patient work, and many small hands.',
  '"We started with one bucket and one idea," said a neighbour.',
  'The next meeting is on Saturday, and everybody may come.',
  'Visitors from three towns have already asked how it is done.',
];

const headline = (n: number): string =>
  `${subjects[n % subjects.length]} ${deeds[(n * 5 + 2) % deeds.length]}`;
const paragraph = (n: number): string =>
  [0, 1, 2, 3].map((k) => sentences[(n + k * 2) % sentences.length]).join(' ');

function article(n: number): string {
  return `<article class="card" id="story-${n}"><a href="/story/${n}">${landscape(`${headline(n)} ${n}`)}</a><h3>${headline(n)}</h3><p>${paragraph(n)}</p></article>`;
}

/** A front page; `?stories=200` makes it as heavy as a real one, for the benches. */
export const news: Site = ({ path, query }) => {
  const look = { brand: 'The Morning Kite', colour: '#22323f' } as const;
  const story = /^\/story\/(\d+)$/.exec(path)?.[1];
  if (story !== undefined) {
    const n = Number(story);
    return page(
      { ...look, title: headline(n) },
      `<h1>${headline(n)}</h1>${landscape(headline(n))}${[0, 1, 2, 3, 4].map((k) => `<p>${paragraph(n + k)}</p>`).join('')}`,
    );
  }
  const stories = Math.min(Number(query.get('stories') ?? 12) || 12, 2000);
  return page(
    { ...look, title: 'The Morning Kite' },
    `<h1>Good news first</h1><div class="grid">${Array.from({ length: stories }, (_, n) => article(n)).join('')}</div>`,
  );
};
