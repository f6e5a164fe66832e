import { Companions } from './Companions.tsx';

export function Night() {
  return (
    <>
      <rect class="scene-sky-night" width="320" height="190" />
      <circle class="scene-halo" cx="238" cy="60" r="46" opacity="0.200" />
      <path class="scene-glow" d="M256 86a34 34 0 1 1-14-60 28 28 0 1 0 14 60z" />
      <circle class="scene-sheet" cx="60" cy="36" r="2" />
      <circle class="scene-sheet" cx="112" cy="62" r="1.600" />
      <circle class="scene-sheet" cx="150" cy="26" r="2.200" />
      <circle class="scene-sheet" cx="294" cy="100" r="1.800" />
      <circle class="scene-sheet" cx="30" cy="86" r="1.600" />
      <circle class="scene-sheet" cx="186" cy="92" r="1.500" />
      <path class="scene-hill-night" d="M0 146c80-30 210-34 320-6v50H0z" />
      <Companions x={120} y={160} scale={0.95} asleep />
      <path class="scene-wood" d="M72 190c-3-20 4-40 22-44 16-4 42-4 58 0 18 4 25 24 22 44z" />
      <path class="scene-line-sheet" d="M84 166c24-7 54-7 78 0" opacity="0.6" />
    </>
  );
}
