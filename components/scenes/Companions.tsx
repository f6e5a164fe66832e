export type CompanionsProps = {
  /** Where their feet are, between the two of them. */
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  readonly asleep?: boolean;
};

/** The tall one and the small one, as in the mark. */
export function Companions({ x, y, scale = 1, asleep = false }: CompanionsProps) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale})`}>
      <path
        class="scene-tall"
        d="M-34-8v-46a16 16 0 0 1 32 0v46a8 8 0 0 1-8 8h-16a8 8 0 0 1-8-8z"
      />
      <path
        class="scene-small-one"
        d="M3-7v-21a11.500 11.500 0 0 1 23 0v21a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7z"
      />
      {asleep ? (
        <>
          <path class="scene-eye-line" d="M-22-52c1.500 2 4 2 5.500 0" />
          <path class="scene-eye-line" d="M-12.500-52c1.500 2 4 2 5.500 0" />
          <path class="scene-eye-line" d="M8.500-27c1.200 1.600 3.300 1.600 4.500 0" />
          <path class="scene-eye-line" d="M17-27c1.200 1.600 3.300 1.600 4.500 0" />
        </>
      ) : (
        <>
          <circle class="scene-eye" cx="-18.500" cy="-53" r="2.600" />
          <circle class="scene-eye" cx="-9" cy="-53" r="2.600" />
          <circle class="scene-eye" cx="11" cy="-28" r="2.200" />
          <circle class="scene-eye" cx="19" cy="-28" r="2.200" />
        </>
      )}
    </g>
  );
}
