// The pictures of web pages. Nothing that comes in here is stored, logged or passed on.
import type { picturesContract } from '@/rules/messages/pictures-contract.ts';

import type { HandlersOf } from './answer.ts';
import {
  aboutPicture,
  askForPictures,
  beginPictures,
  checkPictures,
  revealPictures,
  type WorldWithPictures,
} from './use-cases/check-pictures.ts';

type PicturesHandlers = HandlersOf<keyof typeof picturesContract>;

export const createPicturesHandlers = (world: WorldWithPictures): PicturesHandlers => ({
  'pictures.begin': (body, from) => beginPictures(world, from, body),
  'pictures.check': (body, from) => checkPictures(world, from, body),
  async 'pictures.more'(_, { tabId, frameId }) {
    if (tabId !== null) await world.tabs.putIn(tabId, frameId, '/pictures-more.js');
    return {};
  },
  'pictures.about': (body, from) => aboutPicture(world, from, body),
  'pictures.ask': (_, from) => askForPictures(world, from),
  'pictures.reveal': (body) => revealPictures(world, body),
});
