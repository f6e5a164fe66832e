import { Companions } from './Companions.tsx';

export function Sunset() {
  return (
    <>
      <rect class="scene-sky-warm" width="320" height="190" />
      <circle class="scene-halo" cx="206" cy="112" r="66" />
      <circle class="scene-glow" cx="206" cy="112" r="40" />
      <path class="scene-hill-far" d="M0 116c60-22 120-16 180-6s100 10 140-6v86H0z" />
      <path class="scene-hill" d="M0 146c90-18 210-16 320-4v48H0z" />
      <path
        class="scene-way"
        d="M84 190c30-30 66-44 98-50 30-6 46-12 56-20l7 4c-8 14-24 24-44 30-28 8-48 20-52 36z"
      />
      <path class="scene-stone" d="M256 128v-22l20-16 20 16v22z" />
      <path class="scene-wood" d="M250 108l26-22 26 22-5 5-21-17-21 17z" />
      <path class="scene-glow" d="M271 128v-14a5 5 0 0 1 10 0v14z" />
      <Companions x={112} y={172} scale={0.9} />
    </>
  );
}
