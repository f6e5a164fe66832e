import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { grantKeyFrom, readPublicKey, writeChildCard } from '@/rules/codes/keys.ts';
import type { GrantKey } from '@/rules/policy/schema.ts';

import { Form, SubmitButton } from '../Form.tsx';
import type { PolicyDesk } from '../use-policy.ts';
import { CopyText } from './CopyText.tsx';
import { WhichChild } from './WhichChild.tsx';

/** Whose signed files are taken for which child. Each acceptance is a rule: it is saved with the PIN and stands in the journal. */
export function GrantKeys({ desk }: { desk: PolicyDesk }) {
  const { text } = useServices();
  const { policy, edit, readOnly } = desk;
  const keys = policy.grantKeys ?? [];
  const change = (grantKeys: readonly GrantKey[]) => edit({ ...policy, grantKeys: [...grantKeys] });
  return (
    <div class="stack">
      <p class="soft">{text('keysIntro')}</p>
      {keys.length === 0 && <p>{text('keysNone')}</p>}
      <ul class="stack">
        {keys.map((key) => (
          <AcceptedKey
            key={key.id}
            accepted={key}
            desk={desk}
            onRemove={() => change(keys.filter(({ id }) => id !== key.id))}
          />
        ))}
      </ul>
      {!readOnly && <NewKey desk={desk} onAdd={(key) => change([...keys, key])} />}
    </div>
  );
}

type AcceptedKeyProps = {
  readonly accepted: GrantKey;
  readonly desk: PolicyDesk;
  readonly onRemove: () => void;
};

/** The card is handed out only once the key is in force: before, a file signed for it would be refused. */
function AcceptedKey({ accepted, desk, onRemove }: AcceptedKeyProps) {
  const { text } = useServices();
  const { policy, changes, readOnly } = desk;
  const { name, childId } = accepted;
  const nickname = policy.children.find(({ id }) => id === childId)?.nickname ?? childId;
  return (
    <li class="stack-tight">
      <div class="row-between">
        <span class="strong">{text('keysFor', { name, child: nickname })}</span>
        {!readOnly && (
          <Button
            kind="plain"
            icon="trash"
            label={text('phoneRemove', { name })}
            onPress={onRemove}
          >
            {text('remove')}
          </Button>
        )}
      </div>
      {changes.length === 0 ? (
        <CopyText
          label={text('keysCard', { name })}
          hint={text('keysCardHint')}
          words={writeChildCard(accepted, nickname)}
        />
      ) : (
        <p class="soft small">{text('keysSaveNow')}</p>
      )}
    </li>
  );
}

type NewKeyProps = { readonly desk: PolicyDesk; readonly onAdd: (key: GrantKey) => void };

function NewKey({ desk, onAdd }: NewKeyProps) {
  const { text, random } = useServices();
  const { children, activeChild, grantKeys = [] } = desk.policy;
  const [name, setName] = useState('');
  const [childId, setChildId] = useState(activeChild);
  const [pasted, setPasted] = useState('');
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const add = () => {
    const publicKey = readPublicKey(pasted);
    if (publicKey === null) return setErrorKey('keysPublicWrong');
    const isKnown = grantKeys.some((key) => key.publicKey === publicKey && key.childId === childId);
    if (isKnown) return setErrorKey('keysPublicKnown');
    const named = name.trim() === '' ? text('keysNameFirst') : name.trim();
    onAdd(grantKeyFrom({ name: named, childId, publicKey }, random(16)));
    setErrorKey(null);
    setPasted('');
    setName('');
  };
  return (
    <Form look="stack panel" onSubmit={add}>
      <Field
        label={text('keysPublic')}
        hint={text('keysPublicHint')}
        value={pasted}
        onInput={setPasted}
        dir="ltr"
        maxLength={200}
        error={errorKey === null ? undefined : text(errorKey)}
      />
      <Field
        label={text('keysName')}
        value={name}
        onInput={setName}
        maxLength={40}
        placeholder={text('keysNameFirst')}
        dir="auto"
      />
      <WhichChild children={children} value={childId} onChange={setChildId} />
      <div>
        <SubmitButton icon="plus">{text('keysAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
