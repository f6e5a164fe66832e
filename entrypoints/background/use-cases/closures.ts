// What time has closed now, in the terms of the first wall.
import { type TimeClosures, timeClosures } from '@/rules/time/closures.ts';

import type { Loaded } from './situation.ts';

export const closuresAt = ({ situation }: Loaded): TimeClosures =>
  timeClosures(situation, situation.moment);
