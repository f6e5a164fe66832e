import { landscape, page } from '../page.ts';
import type { Site } from '../site.ts';

const places = [
  ['school.test', 'A school: an ordinary, well-known place. It opens.'],
  ['video.test', 'Videos. Watch one, and see the time run.'],
  ['game.test', 'A game.'],
  ['chat.test', 'A chat where strangers write.'],
  ['label.test', 'A page that says of itself that it is for adults (it is about roses).'],
  ['demobank-login.test', 'Looks like a bank, at the wrong address.'],
  ['talk.test', 'A chat in which somebody presses for secrets. Write there, and let them write.'],
  ['royal-casino.test', 'A casino that nobody has listed, with a door that asks for an age.'],
  ['news.test', 'A newspaper that nobody has checked.'],
  ['unknown.test', 'A small site that nobody has checked.'],
] as const;

/** Where a demo begins: every pretend site, and what to look for there. */
export const start: Site = () =>
  page(
    { title: 'The pretend web', brand: 'The pretend web', colour: '#2f5d73' },
    `<h1>Where shall we go?</h1><div class="grid">${places
      .map(
        ([host, words]) =>
          `<article class="card"><a href="http://${host}/">${landscape(host)}</a><h3><a href="http://${host}/">${host}</a></h3><p>${words}</p></article>`,
      )
      .join('')}</div>`,
  );
