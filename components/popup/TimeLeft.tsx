import { Icon } from '@/components/icons/Icon.tsx';
import { durationWords, whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import type { State } from '@/rules/messages/replies.ts';

/** A stop further off than this is told by the clock, not by a number that shrinks. */
const nearMs = 3 * 3_600_000;

/** What comes next, said calmly: no seconds, no countdown. */
export function TimeLeft({ stop }: { stop: NonNullable<State['nextStop']> }) {
  const services = useServices();
  const { text, language, now } = services;
  const leftMs = stop.at - now();
  const isQuiet = stop.reason.kind === 'quiet-time';
  const time = isQuiet ? 'timeLeftQuiet' : 'timeLeft';
  const words =
    leftMs <= 0
      ? text(`${time}Now`)
      : leftMs > nearMs
        ? text(`${time}At`, { when: whenWords(services, stop.at) })
        : text(`${time}In`, { time: durationWords(leftMs, language) });
  return (
    <p class="tab-line">
      <Icon name={isQuiet ? 'moon' : 'clock'} />
      <span>{words}</span>
    </p>
  );
}
