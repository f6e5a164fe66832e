import './time.css';
import { useMemo, useRef, useState } from 'preact/hooks';

import { weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { weekdays } from '@/rules/policy/schema.ts';
import { cellsPerDay, type Grid, rangesOf } from '@/rules/time/grid.ts';

import { usePainting } from './use-painting.ts';
import { cellNames, hourName, partCells, partOf, type Spot } from './week-grid.ts';

export type WeekGridProps = {
  readonly label: string;
  readonly grid: Grid;
  readonly onChange: (grid: Grid) => void;
  /** The day that was touched last: what "copy this day" is about. */
  readonly onDay: (day: number) => void;
  readonly disabled?: boolean;
};

/**
 * The week as a picture that can be drawn on: with a mouse or a finger, or with the keys. Each quarter of an hour says
 * itself to a screen reader; the plain list above says and changes the same.
 */
export function WeekGrid({ label, grid, onChange, onDay, disabled = false }: WeekGridProps) {
  const { dir, language } = useServices();
  const ref = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const names = useMemo(() => cellNames(language), [language]);
  const dayWords = useDayWords(names);
  const painting = usePainting({
    grid,
    forward: dir === 'rtl' ? -1 : 1,
    ref,
    disabled,
    onPaint: (changed, day) => {
      onChange(changed);
      setSaid(dayWords(changed, day));
      onDay(day);
    },
    onMove: onDay,
  });
  const { shown, here, handlers } = painting;
  return (
    <div class="draw" data-part={partOf(here.cell)}>
      <Parts part={partOf(here.cell)} onChange={painting.goToPart} />
      <Hours />
      <div
        class="draw-grid"
        ref={ref}
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-readonly={disabled}
        {...handlers}
      >
        {weekdays.map((weekday, day) => (
          <div class="draw-row" role="row" key={weekday}>
            <span class="draw-day" role="rowheader">
              {weekdayName(language, weekday)}
            </span>
            <Cells {...{ day, names, here }} row={shown[day] ?? []} />
          </div>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** What a day has become, for who can not see it. */
function useDayWords(names: readonly string[]): (grid: Grid, day: number) => string {
  const { text, language } = useServices();
  return (grid, day) => {
    const ranges = rangesOf(grid, day).map(({ from, to }) =>
      text('gridRange', { from: names[from] ?? '', to: names[to] ?? '' }),
    );
    return text(ranges.length === 0 ? 'gridSaysOpen' : 'gridSays', {
      day: weekdayName(language, weekdays[day] ?? 'mon', 'long'),
      times: new Intl.ListFormat(language).format(ranges),
    });
  };
}

type CellsProps = {
  readonly day: number;
  readonly row: readonly boolean[];
  readonly names: readonly string[];
  readonly here: Spot;
};

function Cells({ day, row, names, here }: CellsProps) {
  const { text, language } = useServices();
  const weekday = weekdayName(language, weekdays[day] ?? 'mon', 'long');
  return (
    <>
      {Array.from({ length: cellsPerDay }, (_, cell) => {
        const isClosed = row[cell] === true;
        return (
          <span
            key={cell}
            class={`draw-cell draw-part-${partOf(cell)}`}
            role="gridcell"
            data-at={`${day}-${cell}`}
            tabIndex={here.day === day && here.cell === cell ? 0 : -1}
            aria-selected={isClosed}
            aria-label={text(isClosed ? 'gridCellClosed' : 'gridCellOpen', {
              day: weekday,
              from: names[cell] ?? '',
              to: names[cell + 1] ?? '',
            })}
          />
        );
      })}
    </>
  );
}

/** Four parts of the day, offered where the whole does not fit. */
function Parts({ part, onChange }: { part: number; onChange: (part: number) => void }) {
  const { text } = useServices();
  return (
    <div class="draw-parts" role="group" aria-label={text('gridParts')}>
      {[0, 1, 2, 3].map((each) => (
        <button
          key={each}
          type="button"
          class="draw-part"
          aria-pressed={each === part}
          onClick={() => onChange(each)}
        >
          {text(`gridPart-${each}`)}
        </button>
      ))}
    </div>
  );
}

const markEvery = 12;

function Hours() {
  const { language } = useServices();
  return (
    <div class="draw-row draw-hours" aria-hidden="true">
      <span class="draw-day" />
      {Array.from({ length: cellsPerDay / markEvery }, (_, at) => (
        <span key={at} class={`draw-hour draw-part-${Math.floor((at * markEvery) / partCells)}`}>
          {hourName(language, (at * markEvery) / 4)}
        </span>
      ))}
    </div>
  );
}
