import { useState } from 'preact/hooks';

import { weekdayName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { More } from '@/components/ui/More.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { weekdays, type QuietTime } from '@/rules/policy/schema.ts';
import { type Grid, gridOf, isOnGrid, quietTimesOf } from '@/rules/time/grid.ts';

import { newId } from '../rules/new-id.ts';
import { useScopeWords } from '../rules/scope-words.ts';
import { allDays, copied, workDays } from './week-grid.ts';
import { WeekGrid } from './WeekGrid.tsx';

export type WeekPictureProps = {
  readonly quietTimes: readonly QuietTime[];
  readonly onChange: (quietTimes: QuietTime[]) => void;
  readonly disabled: boolean;
};

/** The quiet times of one thing at a time, drawn on a week. The list and the picture are the same rules. */
export function WeekPicture(props: WeekPictureProps) {
  const { text } = useServices();
  // Some thousand elements for a family with several sets: none of them before it is looked at.
  const [isOpen, setOpen] = useState(false);
  return (
    <More label={text(props.disabled ? 'gridShow' : 'gridDraw')} onOpen={() => setOpen(true)}>
      {isOpen && <Week {...props} />}
    </More>
  );
}

function Week({ quietTimes, onChange, disabled }: WeekPictureProps) {
  const { text, random } = useServices();
  const scopeWords = useScopeWords();
  const scopes = [...new Set(['all', ...quietTimes.map(scopeOf)])];
  const [chosen, setChosen] = useState('all');
  const [day, setDay] = useState(0);
  const scope = scopes.includes(chosen) ? chosen : 'all';
  const here = quietTimes.filter((each) => scopeOf(each) === scope);
  const grid = gridOf(here);
  const draw = (next: Grid) => {
    const made = quietTimesOf(next, { before: here, newId: () => newId('quiet', random), scope });
    onChange([...quietTimes.filter((each) => scopeOf(each) !== scope), ...made]);
  };
  return (
    <>
      {!disabled && <p class="soft small">{text('gridHow')}</p>}
      {scopes.length > 1 && (
        <Select
          label={text('gridFor')}
          value={scope}
          onChange={setChosen}
          disabled={disabled}
          options={scopes.map((value) => ({ value, label: scopeWords(value) }))}
        />
      )}
      {!isOnGrid(here) && (
        <Notice tone="calm">
          <p>{text('gridNotExact')}</p>
        </Notice>
      )}
      <WeekGrid
        label={text('gridLabel', { scope: scopeWords(scope) })}
        grid={grid}
        onChange={draw}
        onDay={setDay}
        disabled={disabled}
      />
      <Legend />
      {!disabled && <Copying day={day} onCopy={(to) => draw(copied(grid, day, to))} />}
    </>
  );
}

function Legend() {
  const { text } = useServices();
  return (
    <p class="draw-legend small" aria-hidden="true">
      <span class="draw-swatch draw-swatch-closed" />
      {text('gridClosed')}
      <span class="draw-swatch" />
      {text('gridOpen')}
    </p>
  );
}

function Copying({ day, onCopy }: { day: number; onCopy: (to: readonly number[]) => void }) {
  const { text, language } = useServices();
  const name = weekdayName(language, weekdays[day] ?? 'mon', 'long');
  return (
    <div class="row">
      <Button kind="plain" icon="copy" onPress={() => onCopy(workDays)}>
        {text('gridCopyWork', { day: name })}
      </Button>
      <Button kind="plain" icon="copy" onPress={() => onCopy(allDays)}>
        {text('gridCopyAll', { day: name })}
      </Button>
    </div>
  );
}

const scopeOf = ({ scope }: QuietTime): string => scope ?? 'all';
