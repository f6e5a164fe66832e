import { Companions } from './Companions.tsx';

export function Letter() {
  return (
    <>
      <rect class="scene-sky" width="320" height="190" />
      <path class="scene-hill-far" d="M0 128c80-26 190-24 320-4v66H0z" />
      <path class="scene-hill" d="M0 152c90-14 210-14 320-2v40H0z" />
      <g transform="rotate(-8 218 78)">
        <rect class="scene-sheet" x="176" y="48" width="88" height="60" rx="9" />
        <path class="scene-line" d="M180 56l40 30 40-30" />
        <circle class="scene-tall" cx="258" cy="104" r="15" />
        <path class="scene-line-sheet" d="M251 104l5 5 9-10" />
      </g>
      <path
        class="scene-line"
        d="M150 98c-10 4-18 10-24 18M158 118c-8 3-14 7-18 13"
        opacity="0.600"
      />
      <Companions x={82} y={174} />
    </>
  );
}
