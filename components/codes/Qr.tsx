import './codes.css';
import { useMemo } from 'preact/hooks';
import { encodeQR } from 'qr';

export type QrProps = {
  readonly content: string;
  /** What the picture is, for who can not see it. */
  readonly label: string;
};

/** Dark on white in every theme: cameras want it so. */
export function Qr({ content, label }: QrProps) {
  const { path, size } = useMemo(() => drawn(content), [content]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** One path of all dark squares, a run of them at a time, with the quiet zone around. */
function drawn(content: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.flatMap((row, y) => runsOf(row).map(({ x, length }) => square(x, y, length)));
  return { path: path.join(''), size: rows.length };
}

const square = (x: number, y: number, length: number): string =>
  `M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`;

function runsOf(row: readonly boolean[]): { readonly x: number; readonly length: number }[] {
  const runs: { readonly x: number; readonly length: number }[] = [];
  let start = -1;
  [...row, false].forEach((isDark, x) => {
    if (isDark && start === -1) start = x;
    if (isDark || start === -1) return;
    runs.push({ x: start, length: x - start });
    start = -1;
  });
  return runs;
}
