import { Companions } from './Companions.tsx';

export function Walk() {
  return (
    <>
      <rect class="scene-sky" width="320" height="190" />
      <circle class="scene-halo" cx="246" cy="52" r="38" />
      <circle class="scene-glow" cx="246" cy="52" r="22" />
      <path class="scene-hill-far" d="M0 116c60-32 120-26 170-10s100 12 150-14v98H0z" />
      <path class="scene-hill" d="M0 142c90-18 210-16 320-4v52H0z" />
      <path
        class="scene-way"
        d="M98 190c16-26 50-38 84-42 34-4 58-10 72-22l8 4c-6 16-30 28-62 34-26 5-38 14-40 26z"
      />
      <Companions x={150} y={170} />
    </>
  );
}
