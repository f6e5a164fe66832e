import './steps.css';
import { useServices } from '@/components/services.ts';

/** How far along a short way: two companions' footsteps, and the same in words. */
export function Steps({ now, of }: { now: number; of: number }) {
  const { text } = useServices();
  return (
    <div class="steps">
      <span class="steps-dots" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span key={index} class={`steps-dot ${stateOf(index + 1, now)}`} />
        ))}
      </span>
      <span class="steps-words">{text('stepOf', { now, of })}</span>
    </div>
  );
}

function stateOf(step: number, now: number): string {
  if (step === now) return 'steps-now';
  return step < now ? 'steps-done' : 'steps-ahead';
}
