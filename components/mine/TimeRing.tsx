import { Ring } from '@/components/charts/Ring.tsx';
import { leftOf } from '@/components/charts/scales.ts';
import { Icon } from '@/components/icons/Icon.tsx';
import { durationName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import type { DayQuota } from '@/rules/messages/replies.ts';

export type TimeRingProps = {
  readonly quota: DayQuota;
  readonly scopeWords: (scope: string) => string;
};

/** What is left of one limit: a ring for the eye, the same in words. */
export function TimeRing({ quota, scopeWords }: TimeRingProps) {
  const { text, language } = useServices();
  const { scope, limitSeconds, leftSeconds: left, carriedSeconds, week } = quota;
  const all = limitSeconds ?? week?.limitSeconds ?? 0;
  const time = (seconds: number) => durationName(language, seconds);
  return (
    <div class="ring-card">
      <p class="strong">{text('mineTimeFor', { scope: scopeWords(scope) })}</p>
      <Ring left={leftOf(all - left, all)}>
        {left === 0 ? <Icon name="moon" size="big" /> : <LongTime seconds={left} />}
      </Ring>
      <p>
        {left === 0
          ? text(limitSeconds === null ? 'ringWeekSpent' : 'mineTimeSpent')
          : text(limitSeconds === null ? 'ringLeftOfWeek' : 'ringLeftOf', { all: time(all) })}
      </p>
      {carriedSeconds > 0 && (
        <p class="soft small">{text('ringCarried', { time: time(carriedSeconds) })}</p>
      )}
      {week !== null && limitSeconds !== null && (
        <p class="soft small">
          {text('ringWeek', {
            left: time(Math.max(0, week.limitSeconds - week.usedSeconds)),
            all: time(week.limitSeconds),
          })}
        </p>
      )}
    </div>
  );
}

/** Hours and minutes below each other: long words stay inside the ring. */
function LongTime({ seconds }: { seconds: number }) {
  const { language } = useServices();
  const minutes = Math.ceil(seconds / 60);
  const rest = minutes % 60;
  const parts = [
    ...(minutes >= 60 ? [(minutes - rest) * 60] : []),
    ...(rest > 0 ? [rest * 60] : []),
  ];
  return (
    <>
      {parts.map((part, index) => (
        <span class="ring-time" key={part}>
          {durationName(language, part)}
          {index < parts.length - 1 && ' '}
        </span>
      ))}
    </>
  );
}
