import '@/components/charts/charts.css';
import './picture.css';
import { useState } from 'preact/hooks';

import { dateName, durationName } from '@/components/page/formats.ts';
import { useNow } from '@/components/page/use-now.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { History } from '@/rules/messages/history-contract.ts';
import { addDays, mondayOf } from '@/rules/time/dates.ts';
import { type PicturedWeek, picturedWeek } from '@/rules/time/history.ts';
import { momentAt } from '@/rules/time/moment.ts';

import { DayHours } from './DayHours.tsx';
import { Figures } from './Figures.tsx';
import { WeekChart } from './WeekChart.tsx';
import { WeekTable } from './WeekTable.tsx';

const everyMinuteMs = 60_000;

/** One week of the days that are kept; earlier ones are a press away. The same for the guardian and for the child. */
export function Week({ history }: { history: History }) {
  const { text } = useServices();
  const present = mondayOf(history.today);
  const [monday, setMonday] = useState(present);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = mondayOf(history.days[0]?.date ?? history.today);
  const week = picturedWeek(history.days, monday);
  const turn = (days: number) => {
    setMonday(addDays(monday, days));
    setChosen(null);
  };
  return (
    <div class="stack">
      <div class="week-turn">
        <Button
          icon="back"
          size="small"
          label={text('pictureWeekBefore')}
          disabled={monday <= first}
          onPress={() => turn(-7)}
        />
        <p class="strong" aria-live="polite">
          {useRange(week)}
        </p>
        <Button
          icon="next"
          size="small"
          label={text('pictureWeekAfter')}
          disabled={monday >= present}
          onPress={() => turn(7)}
        />
      </div>
      <Figures week={week} before={picturedWeek(history.days, addDays(monday, -7))} />
      {monday === present && <WeekLimit history={history} week={week} />}
      {week.totalSeconds === 0 ? (
        <p class="soft">{text('pictureWeekNothing')}</p>
      ) : (
        <>
          <WeekChart week={week} chosen={chosen} onChoose={setChosen} />
          <WeekNotes week={week} />
        </>
      )}
      <WeekTable week={week} />
      {chosen !== null && <ChosenDay week={week} date={chosen} today={history.today} />}
    </div>
  );
}

function useRange({ monday, sunday }: PicturedWeek): string {
  const { language } = useServices();
  const noonOf = (date: string) => Date.parse(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).formatRange(noonOf(monday), noonOf(sunday));
}

function WeekLimit({ history, week }: { history: History; week: PicturedWeek }) {
  const { text, language } = useServices();
  const { weekLimitSeconds } = history;
  if (weekLimitSeconds === null) return null;
  const open = week.byCategory.find(({ category }) => category === 'always-open')?.seconds ?? 0;
  return (
    <p>
      {text('pictureWeekLimit', {
        used: durationName(language, week.totalSeconds - open),
        limit: durationName(language, weekLimitSeconds),
      })}
    </p>
  );
}

/** What the picture does not say by itself, only where it matters. */
function WeekNotes({ week }: { week: PicturedWeek }) {
  const { text } = useServices();
  const sum = week.byCategory.reduce((before, { seconds }) => before + seconds, 0);
  const notes = [
    ...(week.days.some(({ day }) => day !== null && day.limitSeconds !== null)
      ? ['pictureLimitNow']
      : []),
    ...(week.byCategory.some(({ category }) => category === 'always-open')
      ? ['pictureAlwaysOpenNote']
      : []),
    ...(sum > week.totalSeconds + 1 ? ['pictureOverlap'] : []),
  ];
  if (notes.length === 0) return null;
  return <p class="soft small">{notes.map((note) => text(note)).join(' ')}</p>;
}

type ChosenDayProps = {
  readonly week: PicturedWeek;
  readonly date: string;
  readonly today: string;
};

function ChosenDay({ week, date, today }: ChosenDayProps) {
  const { language, timeZone } = useServices();
  const now = useNow(everyMinuteMs);
  const day = week.days.find((each) => each.date === date)?.day ?? null;
  if (day === null) return null;
  return (
    <section class="chosen-day stack" aria-label={dateName(language, date)}>
      <h3>{dateName(language, date)}</h3>
      <DayHours day={day} nowMinute={date === today ? momentAt(now, timeZone).minuteOfDay : null} />
    </section>
  );
}
