import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { ChildProfile, Policy } from '@/rules/policy/schema.ts';

import { ChildCard } from './ChildCard.tsx';
import { ChildForm } from './ChildForm.tsx';
import { newId } from './rules/new-id.ts';
import { startingChild } from './starting-child.ts';
import type { PolicyDesk } from './use-policy.ts';

export type ChildrenProps = {
  readonly desk: PolicyDesk;
  readonly onShowHandOver: (child: ChildProfile) => void;
};

const most = 12;

export function Children({ desk, onShowHandOver }: ChildrenProps) {
  const { text, random } = useServices();
  const [adding, setAdding] = useState(false);
  const { policy, edit, readOnly } = desk;
  return (
    <div class="stack-loose">
      <div class="stack-tight">
        <h1>{text('childrenHeading')}</h1>
        <p class="soft">{text('childrenIntro')}</p>
      </div>
      <ul class="stack">
        {policy.children.map((child) => (
          <li key={child.id}>
            <ChildCard
              child={child}
              active={child.id === policy.activeChild}
              only={policy.children.length === 1}
              readOnly={readOnly}
              onActivate={() => edit({ ...policy, activeChild: child.id })}
              onChange={(changed) => edit(replaced(policy, changed))}
              onRemove={() => edit(without(policy, child.id))}
              onShowHandOver={() => onShowHandOver(child)}
            />
          </li>
        ))}
      </ul>
      {adding && (
        <ChildForm
          heading={text('childAdd')}
          onCancel={() => setAdding(false)}
          onDone={(nickname, band) => {
            const child = startingChild(newId('child', random), nickname, band);
            edit({ ...policy, children: [...policy.children, child] });
            setAdding(false);
          }}
        />
      )}
      {!adding && !readOnly && policy.children.length < most && (
        <div>
          <Button icon="plus" onPress={() => setAdding(true)}>
            {text('childAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

const replaced = (policy: Policy, child: ChildProfile): Policy => ({
  ...policy,
  children: policy.children.map((other) => (other.id === child.id ? child : other)),
});

/** Without the child; if it was the active one, the first of the others is. */
function without(policy: Policy, childId: string): Policy {
  const children = policy.children.filter(({ id }) => id !== childId);
  const activeChild =
    policy.activeChild === childId ? (children[0]?.id ?? childId) : policy.activeChild;
  return { ...policy, children, activeChild };
}
