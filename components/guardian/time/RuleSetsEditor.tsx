import { useState } from 'preact/hooks';

import { daysWords, setDates, setWordsOf } from '@/components/page/rule-words.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { More } from '@/components/ui/More.tsx';
import { type RuleSet, weekdays } from '@/rules/policy/schema.ts';
import { isSetDue } from '@/rules/time/rules-in-force.ts';

import { newId } from '../rules/new-id.ts';
import { ProblemNotes, RuleNotes } from './RuleNotes.tsx';
import { Panel } from './RulePanel.tsx';
import { useRules } from './rules-context.ts';
import { RuleSetEditor } from './RuleSetEditor.tsx';
import { presetSet, type SetPreset, setPresets } from './set-presets.ts';

export type RuleSetsEditorProps = {
  readonly onChange: (ruleSets: RuleSet[]) => void;
  readonly disabled: boolean;
};

const most = 20;

/** Time rules of certain days: school nights, weekends, holidays, Ramadan. */
export function RuleSetsEditor({ onChange, disabled }: RuleSetsEditorProps) {
  const { text, random } = useServices();
  const { profile, today } = useRules();
  const [added, setAdded] = useState<string | null>(null);
  const sets = profile.ruleSets ?? [];
  const add = (preset: SetPreset) => {
    const set = presetSet(preset, {
      profile,
      today,
      name: text(`setName-${preset}`),
      newId: (kind) => newId(kind, random),
    });
    setAdded(set.id);
    onChange([...sets, set]);
  };
  return (
    <div class="stack">
      <p class="soft">{text('setsMeaning')}</p>
      {sets.length === 0 && <p>{text('setsNone')}</p>}
      <ul class="stack-tight">
        {sets.map((set) => (
          <Panel
            key={set.id}
            line={<SetLine set={set} />}
            notes={<ReplacedNotes set={set} />}
            startsOpen={set.id === added}
            disabled={disabled}
          >
            <RuleSetEditor
              set={set}
              disabled={disabled}
              onChange={(changed) =>
                onChange(sets.map((other) => (other.id === changed.id ? changed : other)))
              }
              onRemove={() => onChange(sets.filter((other) => other.id !== set.id))}
            />
          </Panel>
        ))}
      </ul>
      {!disabled && sets.length < most && <AddSet onAdd={add} />}
    </div>
  );
}

function AddSet({ onAdd }: { onAdd: (preset: SetPreset) => void }) {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <h3>{text('setsAdd')}</h3>
      <div class="row" role="group" aria-label={text('setsAdd')}>
        {setPresets.map((preset) => (
          <Button key={preset} icon={icons[preset]} onPress={() => onAdd(preset)}>
            {text(`setName-${preset}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

const icons = {
  'school-nights': 'school',
  weekend: 'sun',
  holidays: 'calendar',
  ramadan: 'moon',
  own: 'plus',
} as const;

/** Name, when, and whether it holds today. */
function SetLine({ set }: { set: RuleSet }) {
  const { text, language } = useServices();
  const { today } = useRules();
  const dates = setDates(setWordsOf(set), { text, language });
  const days = daysWords(set.days ?? weekdays, { text, language });
  const when = [...(dates === null ? [] : [dates]), ...(set.days || dates === null ? [days] : [])];
  return (
    <>
      <span class="strong">{set.name}</span>
      <span class="rule-when">{when.join(' · ')}</span>
      {set.isOff === true ? (
        <span class="badge">{text('setOff')}</span>
      ) : (
        isSetDue(set, today) && <span class="badge badge-good">{text('setToday')}</span>
      )}
    </>
  );
}

const fewNotes = 1;

/** What rests while the set holds: said once, and one by one for who asks. */
function ReplacedNotes({ set }: { set: RuleSet }) {
  const { text } = useServices();
  const { conflicts } = useRules();
  const about = { kind: 'rule-set', id: set.id } as const;
  const replaced = conflicts.filter(({ wins }) => wins.kind === 'rule-set' && wins.id === set.id);
  if (replaced.length <= fewNotes) return <RuleNotes about={about} />;
  return (
    <>
      <ProblemNotes id={set.id} />
      <More label={text('setReplacesCount', { count: replaced.length })}>
        <RuleNotes about={about} />
      </More>
    </>
  );
}
