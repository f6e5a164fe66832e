import { page } from '../page.ts';
import type { Answered, Site } from '../site.ts';

const look = { brand: 'Garden Notes', colour: '#6a4a2f' } as const;
const words = `<h1>Notes about roses</h1><p>Roses like sun in the morning, water at the root and a little patience. Cut them above an outward bud.</p><p>This page says of itself that it is for adults. It only speaks of roses: the label is what is tried here.</p>`;
const rta = '<meta name="RATING" content="RTA-5042-1996-1400-1577-RTA">';
const adult = '<meta name="rating" content="adult">';
const icra = `<meta http-equiv="PICS-Label" content='(PICS-1.1 "http://www.icra.org/ratingsv02.html" l gen true r (nz 1 vz 1))'>`;

const labelled = (head: string, more = ''): string =>
  page({ ...look, title: 'Garden Notes', head }, words + more);

/** Pages that carry an adult age label and nothing else that is adult. */
export const label: Site = ({ path }): Answered => {
  if (path === '/rating') return labelled(adult);
  if (path === '/icra') return labelled(icra);
  if (path === '/header')
    return { body: labelled(''), headers: { rating: 'RTA-5042-1996-1400-1577-RTA' } };
  if (path === '/late') {
    return labelled(
      '',
      `<script>setTimeout(() => { const tag = document.createElement('meta'); tag.name = 'rating'; tag.content = 'adult'; document.head.append(tag); document.title = 'Label added'; }, 400)</script>`,
    );
  }
  if (path === '/plain') return labelled('<meta name="rating" content="general">');
  return labelled(rta);
};
