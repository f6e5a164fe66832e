import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { presetFor } from '@/rules/policy/presets.ts';
import type { AgeBand, ChildProfile } from '@/rules/policy/schema.ts';

import { ChildForm } from './ChildForm.tsx';
import { Tick } from './Tick.tsx';

export type EditedChildProps = {
  readonly child: ChildProfile;
  readonly onChange: (child: ChildProfile) => void;
  readonly onClose: () => void;
};

/** Nickname and age group; growing up offers the rules of the new group. */
export function EditedChild({ child, onChange, onClose }: EditedChildProps) {
  const { text } = useServices();
  const [fresh, setFresh] = useState(true);
  const isOther = (band: AgeBand | null): band is AgeBand =>
    band !== null && band !== child.ageBand;
  return (
    <ChildForm
      heading={text('childEdit', { child: child.nickname })}
      nickname={child.nickname}
      band={child.ageBand}
      onCancel={onClose}
      onDone={(nickname, ageBand) => {
        const rules = fresh && isOther(ageBand) ? rulesOf(child, ageBand) : {};
        onChange({ ...child, nickname, ageBand, ...rules });
        onClose();
      }}
      extra={(band) =>
        isOther(band) && (
          <Tick
            label={text('childFreshRules', { band: text(`band-${band}`) })}
            checked={fresh}
            onChange={setFresh}
          />
        )
      }
    />
  );
}

/** The band's rules, with the lists of sites that this family made. */
function rulesOf({ filter }: ChildProfile, band: AgeBand): Partial<ChildProfile> {
  const preset = presetFor(band);
  const { allowlist, blocklist } = filter;
  return { ...preset, filter: { ...preset.filter, allowlist, blocklist } };
}
