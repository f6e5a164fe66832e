import { Companions } from './Companions.tsx';

export function Fork() {
  return (
    <>
      <rect class="scene-sky" width="320" height="190" />
      <path class="scene-hill-far" d="M0 112c60-30 120-24 170-8s100 10 150-14v100H0z" />
      <path class="scene-hill" d="M0 136c90-16 200-14 320-2v56H0z" />
      <path
        class="scene-way"
        d="M120 190c8-20 20-30 34-38 18-10 30-18 34-26l8 2c-2 10-6 18-2 22 10-4 40-14 62-16l2 7c-30 8-52 22-60 49z"
      />
      <rect class="scene-wood-dark" x="214" y="62" width="8" height="92" rx="3" />
      <path class="scene-wood" d="M176 68h50v20h-50l-10-10z" />
      <path class="scene-wood" d="M210 94h52l10 10-10 10h-52z" />
      <path class="scene-line-sheet" d="M190 78h24M224 104h24" />
      <circle class="scene-hill-far" cx="292" cy="140" r="13" />
      <circle class="scene-hill-far" cx="306" cy="148" r="10" />
      <Companions x={82} y={172} />
    </>
  );
}
