import { Companions } from './Companions.tsx';

export function FoxMask() {
  return (
    <>
      <rect class="scene-sky-soft" width="320" height="190" />
      <path class="scene-hill-far" d="M0 136c80-20 190-22 320-2v56H0z" />
      <path class="scene-hill" d="M0 156c90-12 210-12 320 0v34H0z" />
      <path class="scene-small-one" d="M178 190c-2-40 14-64 42-64s48 22 48 64z" />
      <path
        class="scene-small-one"
        d="M174 50l34 18h28l34-18c4 22 4 38-4 56-8 18-26 32-44 38-18-6-36-20-44-38-8-18-8-34-4-56z"
      />
      <path
        class="scene-wood-dark"
        d="M182 63l16 9-12 14c-3-8-4-15-4-23zM262 63l-16 9 12 14c3-8 4-15 4-23z"
      />
      <path class="scene-sheet" d="M222 144c-18-6-33-18-41-35 14-2 28 4 33 16 3 6 5 12 8 19z" />
      <circle class="scene-wood-dark" cx="204" cy="96" r="4" />
      <path class="scene-wood-dark" d="M216 136h12l-6 8z" />
      <path class="scene-sheet" d="M226 62c26-6 50 2 58 10 2 34-10 64-40 72-18-6-26-18-28-36z" />
      <circle class="scene-tall" cx="240" cy="94" r="4.500" />
      <circle class="scene-tall" cx="266" cy="94" r="4.500" />
      <path class="scene-line" d="M236 116c8 8 20 8 28 0" />
      <path class="scene-line" d="M262 136l14 46" />
      <Companions x={82} y={174} />
    </>
  );
}
