import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import { pictureModes, revealRules } from '@/rules/policy/helps-schema.ts';
import { helpsOf } from '@/rules/policy/helps.ts';
import type { ChildProfile, Helps } from '@/rules/policy/schema.ts';

export type HelpsEditorProps = {
  readonly profile: ChildProfile;
  readonly onChange: (profile: ChildProfile) => void;
  readonly disabled?: boolean;
};

const switches = ['pages', 'pressure', 'privacy', 'kindness', 'search'] as const;

/** Which helps are on inside web pages. Nothing is ever told of their use, so there is nothing else to see here. */
export function HelpsEditor({ profile, onChange, disabled = false }: HelpsEditorProps) {
  const { text } = useServices();
  const helps = helpsOf(profile);
  const change = (changed: Partial<Helps>) =>
    onChange({ ...profile, helps: { ...helps, ...changed } });
  const { helps: own, ...asBand } = profile;
  return (
    <div class="stack">
      <p class="soft">{text('helpsMeaning')}</p>
      <ul class="settings">
        {switches.map((name) => (
          <li key={name}>
            <Switch
              label={text(`helps-${name}`)}
              hint={text(`helps-${name}Hint`)}
              checked={helps[name]}
              disabled={disabled}
              onChange={(isOn) => change({ [name]: isOn })}
            />
          </li>
        ))}
      </ul>
      <Select
        label={text('helpsPictures')}
        hint={text('helpsPicturesHint')}
        options={pictureModes.map((mode) => ({ value: mode, label: text(`pictures-${mode}`) }))}
        value={helps.pictures}
        disabled={disabled}
        onChange={(pictures) => change({ pictures })}
      />
      {helps.pictures !== 'off' && (
        <Select
          label={text('helpsReveal')}
          options={revealRules.map((rule) => ({ value: rule, label: text(`reveal-${rule}`) }))}
          value={helps.reveal}
          disabled={disabled}
          onChange={(reveal) => change({ reveal })}
        />
      )}
      {own !== undefined && !disabled && (
        <Button kind="plain" icon="undo" onPress={() => onChange(asBand)}>
          {text('helpsOwn')}
        </Button>
      )}
    </div>
  );
}
