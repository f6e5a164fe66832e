import { durationName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import type { PicturedWeek } from '@/rules/time/history.ts';

/** The week in four numbers. The week before is told, never judged. */
export function Figures({ week, before }: { week: PicturedWeek; before: PicturedWeek }) {
  const { text, language } = useServices();
  const number = new Intl.NumberFormat(language);
  const figures = [
    { name: 'pictureWeekTotal', value: durationName(language, week.totalSeconds) },
    ...(week.knownDays === 0
      ? []
      : [
          {
            name: 'pictureWeekAverage',
            value: durationName(language, week.totalSeconds / week.knownDays),
          },
        ]),
    { name: 'pictureWeekClosed', value: number.format(week.blockedCount) },
    { name: 'pictureWeekAsked', value: number.format(week.asked) },
  ];
  return (
    <div class="stack-tight">
      <dl class="figures">
        {figures.map(({ name, value }) => (
          <div key={name} class="figure">
            <dt class="soft">{text(name)}</dt>
            <dd class="figure-value">{value}</dd>
          </div>
        ))}
      </dl>
      {week.asked > 0 && (
        <p class="soft">
          {text('pictureAnswers', {
            allowed: number.format(week.allowed),
            refused: number.format(week.refused),
          })}
        </p>
      )}
      {before.knownDays > 0 && (
        <p class="soft">
          {text('pictureWeekBeforeWas', { time: durationName(language, before.totalSeconds) })}
        </p>
      )}
    </div>
  );
}
