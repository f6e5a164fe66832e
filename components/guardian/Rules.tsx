import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { useListsDesk } from './lists/lists-desk.ts';
import { ProfileEditor } from './rules/ProfileEditor.tsx';
import type { PolicyDesk } from './use-policy.ts';

/** The rules of one child; with several children, first the choice of whose. */
export function Rules({ desk }: { desk: PolicyDesk }) {
  const { text } = useServices();
  const { policy, edit, readOnly } = desk;
  const lists = useListsDesk(desk);
  const [chosen, setChosen] = useState(policy.activeChild);
  const child = policy.children.find(({ id }) => id === chosen) ?? policy.children[0];
  if (child === undefined) return null;
  const change = (changed: ChildProfile) =>
    edit({
      ...policy,
      children: policy.children.map((other) => (other.id === changed.id ? changed : other)),
    });
  return (
    <div class="stack-loose">
      <div class="stack-tight">
        <h1>{text('rulesHeading', { child: child.nickname })}</h1>
        <p class="soft">{text('rulesIntro')}</p>
      </div>
      {policy.children.length > 1 && (
        <Choices
          label={text('rulesWhose')}
          look="chips"
          options={policy.children.map(({ id, nickname }) => ({ value: id, label: nickname }))}
          value={child.id}
          onChange={setChosen}
        />
      )}
      <ProfileEditor
        key={child.id}
        profile={child}
        onChange={change}
        lists={lists}
        disabled={readOnly}
      />
    </div>
  );
}
