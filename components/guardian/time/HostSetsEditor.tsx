import { useState } from 'preact/hooks';

import { ruleWords } from '@/components/page/rule-words.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Switch } from '@/components/ui/Switch.tsx';
import type { ChildProfile, HostSet } from '@/rules/policy/schema.ts';

import { newId } from '../rules/new-id.ts';
import { SiteList } from '../rules/SiteList.tsx';
import { AddHost } from './AddHost.tsx';
import { NameField } from './NameField.tsx';
import { useRuleSpeaking } from './rule-sentence.ts';
import { RuleNotes } from './RuleNotes.tsx';
import { Panel } from './RulePanel.tsx';

export type HostSetsEditorProps = {
  readonly profile: ChildProfile;
  readonly onChange: (hostSets: HostSet[]) => void;
  readonly disabled: boolean;
};

const most = 20;

/** Sites under one name: for limits of their own, or always open, such as school. */
export function HostSetsEditor({ profile, onChange, disabled }: HostSetsEditorProps) {
  const { text, random } = useServices();
  const [added, setAdded] = useState<string | null>(null);
  const sets = profile.hostSets ?? [];
  const add = (set: Omit<HostSet, 'id' | 'hosts'>) => {
    const id = newId('sites', random);
    setAdded(id);
    onChange([...sets, { id, ...set, hosts: [] }]);
  };
  return (
    <div class="stack">
      <p class="soft">{text('sitesMeaning')}</p>
      {sets.length === 0 && <p>{text('sitesNone')}</p>}
      <ul class="stack-tight">
        {sets.map((set) => (
          <HostSetPanel
            key={set.id}
            set={set}
            startsOpen={set.id === added}
            isUsed={isUsed(profile, set)}
            disabled={disabled}
            onChange={(changed) =>
              onChange(sets.map((other) => (other.id === changed.id ? changed : other)))
            }
            onRemove={() => onChange(sets.filter((other) => other.id !== set.id))}
          />
        ))}
      </ul>
      {!disabled && sets.length < most && (
        <div class="row">
          <Button
            icon="school"
            onPress={() => add({ name: text('sitesSchoolName'), alwaysOpen: true })}
          >
            {text('sitesAddSchool')}
          </Button>
          <Button icon="plus" onPress={() => add({ name: text('sitesNewName') })}>
            {text('sitesAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

type HostSetPanelProps = {
  readonly set: HostSet;
  readonly startsOpen: boolean;
  /** Some time rule is about it: it can not go before that one. */
  readonly isUsed: boolean;
  readonly onChange: (set: HostSet) => void;
  readonly onRemove: () => void;
  readonly disabled: boolean;
};

function HostSetPanel(props: HostSetPanelProps) {
  const { set, onChange, onRemove, isUsed: used, disabled } = props;
  const { text } = useServices();
  const { alwaysOpen, ...plain } = set;
  return (
    <Panel
      line={useHostSetWords(set)}
      notes={<RuleNotes about={{ kind: 'host-set', id: set.id }} />}
      startsOpen={props.startsOpen}
      disabled={disabled}
    >
      <NameField
        label={text('sitesName')}
        name={set.name}
        disabled={disabled}
        onChange={(name) => onChange({ ...set, name })}
      />
      <Switch
        label={text('sitesAlwaysOpen')}
        hint={text('sitesAlwaysOpenHint')}
        checked={alwaysOpen === true}
        disabled={disabled}
        onChange={(isOn) => onChange(isOn ? { ...plain, alwaysOpen: true } : plain)}
      />
      <Hosts set={set} onChange={onChange} disabled={disabled} />
      {!disabled && used && <p class="soft small">{text('sitesUsed')}</p>}
      {!disabled && !used && (
        <div>
          <Button kind="plain" icon="trash" onPress={onRemove}>
            {text('sitesRemove')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Hosts({
  set,
  onChange,
  disabled,
}: Pick<HostSetPanelProps, 'set' | 'onChange' | 'disabled'>) {
  const { text } = useServices();
  const keep = (hosts: string[]) => onChange({ ...set, hosts });
  return (
    <>
      {!disabled && <AddHost there={set.hosts} onAdd={(host) => keep([...set.hosts, host])} />}
      <SiteList
        patterns={set.hosts}
        empty={text('sitesEmpty')}
        onRemove={disabled ? null : (gone) => keep(set.hosts.filter((host) => host !== gone))}
      />
    </>
  );
}

function useHostSetWords({ id, name, hosts, alwaysOpen }: HostSet): string {
  const { text, language } = useServices();
  const speaking = useRuleSpeaking();
  if (alwaysOpen === true) {
    return ruleWords({ kind: 'always-open', hostSetId: id, name, hosts }, speaking);
  }
  return hosts.length === 0
    ? text('sitesPlainEmpty', { name })
    : text('sitesPlain', { name, hosts: new Intl.ListFormat(language).format(hosts.slice(0, 4)) });
}

const isUsed = ({ quotas, quietTimes, ruleSets = [] }: ChildProfile, { id }: HostSet): boolean =>
  [{ quotas, quietTimes }, ...ruleSets]
    .flatMap((rules) => [...rules.quotas, ...rules.quietTimes])
    .some(({ scope }) => scope === `set:${id}`);
