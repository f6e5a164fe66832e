import { useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { grantKinds, type Gives } from '@/rules/messages/codes-contract.ts';
import type { GrantSigned, SignerChild } from '@/rules/messages/codes-replies.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { readGives } from './read-gives.ts';
import type { SignerDesk } from './use-signer.ts';
import { WhichChild } from './WhichChild.tsx';

export type MakeGrantProps = {
  readonly children: readonly SignerChild[];
  readonly sign: SignerDesk['sign'];
};

type Typed = { readonly kind: Gives['kind']; readonly host: string; readonly minutes: string };

/** One answer, as a file to be sent: for whom, what, for how long. */
export function MakeGrant({ children, sign }: MakeGrantProps) {
  const services = useServices();
  const { text } = services;
  const [keyId, setKeyId] = useState(children[0]?.keyId ?? '');
  const [typed, setTyped] = useState<Typed>({ kind: 'minutes', host: '', minutes: '30' });
  const { errorKey, made, make } = useMaking(sign);
  return (
    <Form look="stack panel" onSubmit={() => void make(keyId, typed)}>
      <h3>{text('signHeading')}</h3>
      <WhichChild
        children={children.map(({ keyId: id, nickname }) => ({ id, nickname }))}
        value={keyId}
        onChange={setKeyId}
      />
      <WhatFields typed={typed} errorKey={errorKey} onChange={setTyped} />
      <div>
        <SubmitButton kind="main" icon="download">
          {text('signMake')}
        </SubmitButton>
      </div>
      {made !== null && (
        <Notice tone="good" live>
          <p>{text('signMade', { name: made.name, when: whenWords(services, made.expiresAt) })}</p>
        </Notice>
      )}
    </Form>
  );
}

type WhatFieldsProps = {
  readonly typed: Typed;
  readonly errorKey: string | null;
  readonly onChange: (typed: Typed) => void;
};

function WhatFields({ typed, errorKey, onChange }: WhatFieldsProps) {
  const { text } = useServices();
  const { kind, host, minutes } = typed;
  const errorAt = (key: string) => (errorKey === key ? text(key) : undefined);
  return (
    <>
      <Choices
        label={text('signKind')}
        look="chips"
        options={grantKinds.map((value) => ({ value, label: text(`signKind-${value}`) }))}
        value={kind}
        onChange={(next) => onChange({ ...typed, kind: next })}
      />
      {kind === 'host' && (
        <Field
          label={text('signHost')}
          value={host}
          onInput={(next) => onChange({ ...typed, host: next })}
          dir="ltr"
          maxLength={260}
          placeholder="example.org"
          error={errorAt('signHostWrong')}
        />
      )}
      <Field
        label={text('signMinutes')}
        value={minutes}
        onInput={(next) => onChange({ ...typed, minutes: next })}
        type="number"
        min={1}
        max={600}
        error={errorAt('signMinutesWrong')}
      />
    </>
  );
}

function useMaking(sign: SignerDesk['sign']) {
  const { saveFile } = useServices();
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const [made, setMade] = useState<GrantSigned | null>(null);
  const make = async (keyId: string, typed: Typed) => {
    setMade(null);
    const gives = readGives(typed);
    setErrorKey(typeof gives === 'string' ? gives : null);
    if (typeof gives === 'string') return;
    const signed = await sign(keyId, gives);
    if (signed === null) return;
    saveFile(signed.name, signed.text);
    setMade(signed);
  };
  return { errorKey, made, make };
}
