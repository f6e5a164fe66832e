import './scene.css';
import { Fork } from './Fork.tsx';
import { FoxMask } from './FoxMask.tsx';
import { Gate } from './Gate.tsx';
import { Hand } from './Hand.tsx';
import { Letter } from './Letter.tsx';
import { Night } from './Night.tsx';
import { Sunset } from './Sunset.tsx';
import { Walk } from './Walk.tsx';

const scenes = {
  /** A closed garden gate with a lamp: a place that is not open. */
  gate: Gate,
  /** A fork with a signpost: nobody knows this way yet. */
  fork: Fork,
  /** A fox behind a friendly mask: an imitation. */
  fox: FoxMask,
  /** The moon over two sleepers: bedtime. */
  night: Night,
  /** The sun goes down: today's time is over. */
  sunset: Sunset,
  /** An open hand: help. */
  hand: Hand,
  /** A letter on its way: a report. */
  letter: Letter,
  /** The two companions on their path. */
  walk: Walk,
} as const;

export type SceneName = keyof typeof scenes;

/** A picture beside words that say the same: it has no name of its own. */
export function Scene({ name, size }: { name: SceneName; size?: 'small' }) {
  const Drawn = scenes[name];
  return (
    <svg
      class={size === 'small' ? 'scene scene-small' : 'scene'}
      viewBox="0 0 320 190"
      aria-hidden="true"
    >
      <Drawn />
    </svg>
  );
}
