import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { Instant } from '@/rules/policy/verdict.ts';

const wholeSeconds = 10;
/** Said aloud at these: each second would be a drum. */
const spoken: ReadonlySet<number> = new Set([wholeSeconds, 5]);

export type UndoCountdownProps = {
  readonly until: Instant;
  readonly onUndo: () => void;
};

/** Ten quiet seconds to take it back: a number, and a line that gets shorter where things may move. */
export function UndoCountdown({ until, onUndo }: UndoCountdownProps) {
  const { text } = useServices();
  const left = useSecondsLeft(until);
  const [begunAt] = useState(left);
  const [said, setSaid] = useState(left);
  useEffect(() => {
    if (spoken.has(left)) setSaid(left);
  }, [left]);
  return (
    <div class="undo">
      <div class="row">
        <Button icon="undo" onPress={onUndo}>
          {text('reportUndo')}
        </Button>
        <span class="undo-left" aria-hidden="true">
          {text('reportUndoLeft', { count: left })}
        </span>
      </div>
      <span
        class="undo-time"
        aria-hidden="true"
        style={{ animationDelay: `${String(begunAt - wholeSeconds)}s` }}
      />
      <span class="visually-hidden" role="status">
        {text('reportUndoSpoken', { count: said })}
      </span>
    </div>
  );
}

function useSecondsLeft(until: Instant): number {
  const { now } = useServices();
  const [left, setLeft] = useState(() => secondsLeft(until, now()));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft(until, now())), 500);
    return () => clearInterval(timer);
  }, [until, now]);
  return left;
}

/** A clock that jumped never shows more than there ever was. */
export const secondsLeft = (until: Instant, now: Instant): number =>
  Math.min(wholeSeconds, Math.max(0, Math.ceil((until - now) / 1000)));
