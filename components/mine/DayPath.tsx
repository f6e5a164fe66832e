import { scopeWords } from '@/components/blocked/situation.ts';
import { Mark } from '@/components/icons/Mark.tsx';
import { durationName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import type { Day } from '@/rules/messages/replies.ts';

/** How far the two have walked along today's time. The words say the same; the path is only for the eye. */
export function DayPath({ quota }: { quota: Day['quotas'][number] }) {
  const { text, language } = useServices();
  const { scope, limitSeconds, usedSeconds } = quota;
  const left = Math.max(0, limitSeconds - usedSeconds);
  const walked = limitSeconds === 0 ? 1 : Math.min(1, usedSeconds / limitSeconds);
  const words =
    left === 0
      ? text('mineTimeSpent')
      : text('mineTimeLeft', {
          left: durationName(language, left),
          all: durationName(language, limitSeconds),
        });
  return (
    <div class="day-path">
      <p class="row-between">
        <span class="strong">{text('mineTimeFor', { scope: scopeWords(scope, text) })}</span>{' '}
        <span>{words}</span>
      </p>
      <div class="day-path-way" style={{ '--walked': walked }} aria-hidden="true">
        <Mark />
      </div>
    </div>
  );
}
