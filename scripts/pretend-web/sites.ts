// Which pretend site answers at which host. Every other host under .test is answered by `echo`.
import type { Site } from './site.ts';
import { bank, imitatedBank } from './sites/bank.ts';
import { chat } from './sites/chat.ts';
import { game } from './sites/game.ts';
import { label } from './sites/label.ts';
import { news } from './sites/news.ts';
import { officialForms } from './sites/official-forms.ts';
import { school } from './sites/school.ts';
import { start } from './sites/start.ts';
import { kinds, traps, ways, worker } from './sites/traps.ts';
import { echo, frames, hostile, redirect, small, spa } from './sites/trials.ts';
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
};

export const siteAt = (host: string): Site => sites[host.replace(/^www\./, '')] ?? echo;
