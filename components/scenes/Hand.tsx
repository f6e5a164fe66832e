import { Companions } from './Companions.tsx';

export function Hand() {
  return (
    <>
      <rect class="scene-sky-soft" width="320" height="190" />
      <circle class="scene-halo" cx="160" cy="84" r="66" />
      <path
        class="scene-skin"
        d="M88 190c-2-14-14-30-30-44-10-8-4-20 8-17 14 3 26 12 34 20 2-8 10-13 20-13h82c10 0 18 5 20 13 8-8 20-17 34-20 12-3 18 9 8 17-16 14-28 30-30 44z"
      />
      <path class="scene-line" d="M112 156c14 6 30 8 48 8s34-2 48-8" opacity="0.450" />
      <Companions x={164} y={146} />
      <path
        class="scene-small-one"
        d="M226 66c-12-8-18-15-18-22a9 9 0 0 1 18-2 9 9 0 0 1 18 2c0 7-6 14-18 22z"
      />
    </>
  );
}
