import './charts.css';
import type { ComponentChildren } from 'preact';

export type RingProps = {
  /** 0 to 1. */
  readonly left: number;
  /** The same in words, in the middle. */
  readonly children: ComponentChildren;
};

/** Empties as a clock's hand goes round. No colour warns: what is left is told, nothing presses. */
export function Ring({ left, children }: RingProps) {
  const part = Math.round(left * 1000) / 10;
  return (
    <div class="ring">
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle class="ring-track" cx="60" cy="60" r="50" />
        {part > 0 && (
          <circle
            class="ring-left"
            cx="60"
            cy="60"
            r="50"
            pathLength={100}
            stroke-dasharray={`${part} ${100 - part}`}
            stroke-dashoffset={part - 100}
            transform="rotate(-90 60 60)"
          />
        )}
      </svg>
      <div class="ring-words">{children}</div>
    </div>
  );
}
