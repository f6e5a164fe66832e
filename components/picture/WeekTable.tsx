import { dateName, durationName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { More } from '@/components/ui/More.tsx';
import { Table } from '@/components/ui/Table.tsx';
import type { PicturedDay, PicturedWeek } from '@/rules/time/history.ts';

import { topicWords } from './topic-words.ts';

/** The week's numbers: each topic by its own name, which the chart draws together where they are rare. */
export function WeekTable({ week }: { week: PicturedWeek }) {
  const services = useServices();
  const { text, language } = services;
  const topics = week.byCategory.map(({ category }) => category);
  const number = new Intl.NumberFormat(language);
  const rowOf = (name: string, row: Omit<PicturedDay, 'date' | 'byHour' | 'closed'>) => ({
    key: name,
    cells: [
      name,
      durationName(language, row.totalSeconds),
      row.limitSeconds === null ? '–' : durationName(language, row.limitSeconds),
      ...topics.map((topic) => {
        const found = row.byCategory.find(({ category }) => category === topic);
        return found === undefined ? '–' : durationName(language, found.seconds);
      }),
      number.format(row.blockedCount),
      number.format(row.asked),
      number.format(row.allowed),
      number.format(row.refused),
    ],
  });
  const days = week.days.flatMap(({ day }) => day ?? []);
  return (
    <More label={text('pictureAsTable')} about={text('pictureWeek')}>
      <div class="numbers">
        <Table
          caption={text('pictureWeekTable')}
          hideCaption
          head={[
            text('pictureDay'),
            text('pictureTotal'),
            text('pictureLimit'),
            ...topics.map((topic) => topicWords(topic, services)),
            text('pictureClosedTimes'),
            text('pictureAsked'),
            text('pictureAllowed'),
            text('pictureRefused'),
          ]}
          rows={[
            ...days.map((day) => rowOf(dateName(language, day.date), day)),
            rowOf(text('pictureWeekAll'), { ...week, limitSeconds: null }),
          ]}
        />
      </div>
    </More>
  );
}
