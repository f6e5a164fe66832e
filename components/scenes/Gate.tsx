import { Companions } from './Companions.tsx';

export function Gate() {
  return (
    <>
      <rect class="scene-sky" width="320" height="190" />
      <path class="scene-hill-far" d="M0 120c50-34 110-30 160-12s110 14 160-16v98H0z" />
      <path class="scene-hill" d="M0 142c70-14 150-10 320-6v54H0z" />
      <path class="scene-way" d="M96 190c24-22 66-34 92-40h44c-6 12-16 26-20 40z" />
      <circle class="scene-hill" cx="148" cy="128" r="20" />
      <circle class="scene-hill" cx="126" cy="138" r="15" />
      <circle class="scene-hill" cx="292" cy="126" r="24" />
      <circle class="scene-hill" cx="314" cy="138" r="18" />
      <circle class="scene-halo" cx="172" cy="58" r="24" />
      <rect class="scene-stone" x="162" y="78" width="20" height="76" rx="5" />
      <rect class="scene-stone" x="256" y="78" width="20" height="76" rx="5" />
      <path class="scene-wood-dark" d="M163 70h18l-3 9h-12z" />
      <path class="scene-glow" d="M165 70v-12a7 7 0 0 1 14 0v12z" />
      <path class="scene-wood-dark" d="M162 50h20l-10-9z" />
      <path class="scene-wood" d="M184 152V106c0-18 16-28 35-28s35 10 35 28v46z" />
      <path class="scene-line" d="M219 79v73M202 84v68M236 84v68M186 108h66M186 136h66" />
      <circle class="scene-glow" cx="226" cy="123" r="4.500" />
      <Companions x={78} y={172} />
    </>
  );
}
