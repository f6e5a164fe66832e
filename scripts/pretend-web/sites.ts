// Which pretend site answers at which host. Every other host under .test is answered by `echo`.
import type { Site } from './site.ts';
import { bank, imitatedBank } from './sites/bank.ts';
import { chat } from './sites/chat.ts';
import { game } from './sites/game.ts';
import { label } from './sites/label.ts';
import { news } from './sites/news.ts';
import { officialForms } from './sites/official-forms.ts';
import { coinMaker, luckyVisitor, readingClub } from './sites/scams.ts';
import { school } from './sites/school.ts';
import { start } from './sites/start.ts';
import { talk } from './sites/talk.ts';
import { kinds, traps, ways, worker } from './sites/traps.ts';
import { echo, frames, hostile, redirect, small, spa } from './sites/trials.ts';
import { casino, heavyPages, questions } from './sites/unchecked.ts';
import { video } from './sites/video.ts';

const sites: Readonly<Record<string, Site>> = {
  ...officialForms,
  'known.test': start,
  'school.test': school,
  'video.test': video,
  'game.test': game,
  'chat.test': chat,
  'news.test': news,
  'demobank.test': bank,
  'demobank-login.test': imitatedBank,
  'label.test': label,
  'hostile.test': hostile,
  'spa.test': spa,
  'redirect.test': redirect,
  'frames.test': frames,
  'small.test': small,
  'trap.test': traps,
  'kept.test': traps,
  'kinds.test': kinds,
  'worker.test': worker,
  'ways.test': ways,
  'royal-casino.test': casino,
  'growing-up.test': questions,
  'heavy.test': heavyPages,
  'coin-maker.test': coinMaker,
  'lucky-visitor.test': luckyVisitor,
  'reading-club.test': readingClub,
  'talk.test': talk,
};

export const siteAt = (host: string): Site => sites[host.replace(/^www\./, '')] ?? echo;
