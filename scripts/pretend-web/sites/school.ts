import { landscape, page } from '../page.ts';
import type { Site } from '../site.ts';

const look = {
  brand: 'Green Hill School',
  colour: '#1f6f54',
  links: [
    ['Today', '/'],
    ['Homework', '/homework'],
    ['Library', '/library'],
  ],
} as const;

const lessons = [
  ['Fractions with pizza', 'Mathematics, class 5'],
  ['The water cycle', 'Science, class 5'],
  ['A letter to a friend', 'Urdu, class 5'],
  ['Rivers of our country', 'Geography, class 5'],
] as const;

const cards = lessons
  .map(
    ([title, about]) =>
      `<article class="card">${landscape(title)}<h3>${title}</h3><p>${about}</p></article>`,
  )
  .join('');

/** An ordinary, well-known place: it must always work. */
export const school: Site = ({ path }) => {
  if (path === '/homework') {
    return page(
      { ...look, title: 'Homework - Green Hill School' },
      `<h1>Homework for Tuesday</h1><ol><li>Read page 12 to 14.</li><li>Draw the water cycle.</li><li>Ask someone at home about their favourite river.</li></ol>`,
    );
  }
  if (path === '/library') {
    return page(
      { ...look, title: 'Library - Green Hill School' },
      `<h1>New in the library</h1><div class="grid">${cards}</div>`,
    );
  }
  return page(
    { ...look, title: 'Green Hill School' },
    `<h1>Good morning, class 5!</h1><p>Here is what we learn today.</p><div class="grid">${cards}</div>`,
  );
};
