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
      <Companions x={132} y={166} asleep />
      <path class="scene-wood" d="M86 190c-4-26 6-44 24-44h44c18 0 26 16 24 44z" />
      <path
        class="scene-line-sheet"
        d="M100 160c20-6 46-6 66 0M96 176c24-6 50-6 74 0"
        opacity="0.500"
      />
    </>
  );
}
