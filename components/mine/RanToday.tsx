import '@/components/charts/charts.css';
import { TopicBars } from '@/components/charts/TopicBars.tsx';
import { durationName } from '@/components/page/formats.ts';
import { useNow } from '@/components/page/use-now.ts';
import { DayHours } from '@/components/picture/DayHours.tsx';
import { topicWords } from '@/components/picture/topic-words.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import type { Day } from '@/rules/messages/replies.ts';
import { momentAt } from '@/rules/time/moment.ts';

const everyMinuteMs = 60_000;

/** What ran today: by topic, and for those who can read a chart by the hour. */
export function RanToday({ day }: { day: Day }) {
  const services = useServices();
  const { text, language, timeZone, band } = services;
  const now = useNow(everyMinuteMs);
  return (
    <Card heading={text('ranToday')} icon="sun">
      {day.byCategory.length === 0 ? (
        <p class="soft">{text('ranNothing')}</p>
      ) : (
        <>
          <p>{text('ranAll', { time: durationName(language, day.totalSeconds) })}</p>
          <TopicBars
            total={day.totalSeconds}
            bars={day.byCategory.map(({ category, seconds }) => ({
              name: category,
              seconds,
              label: topicWords(category, services),
              words: durationName(language, seconds),
            }))}
          />
          {band !== '5-8' && (
            <DayHours
              day={{ ...day, closed: day.closedToday }}
              nowMinute={momentAt(now, timeZone).minuteOfDay}
            />
          )}
        </>
      )}
    </Card>
  );
}
