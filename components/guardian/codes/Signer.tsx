import '@/components/codes/codes.css';
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Signer as SignerView, SignerChild } from '@/rules/messages/codes-replies.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { CopyText } from './CopyText.tsx';
import { MakeGrant } from './MakeGrant.tsx';
import { useSigner, type SignerDesk } from './use-signer.ts';

/** The guardian's own browser: its key, the children it may sign for, and the files themselves. */
export function Signer() {
  const { text } = useServices();
  const desk = useSigner();
  const { signer, failure } = desk;
  return (
    <div class="stack">
      <p class="soft">{text('signerIntro')}</p>
      {failure !== null && (
        <Notice tone="care" live>
          <p>{text(`refused-${failure}`)}</p>
        </Notice>
      )}
      {signer === null && (
        <div>
          <Button icon="key" onPress={() => void desk.load()}>
            {text('signerOpen')}
          </Button>
        </div>
      )}
      {signer !== null && signer.publicKey === null && (
        <div class="stack-tight">
          <div>
            <Button kind="main" icon="key" onPress={() => void desk.make()}>
              {text('signerMake')}
            </Button>
          </div>
          <p class="soft small">{text('signerMakeHint')}</p>
        </div>
      )}
      {signer !== null && signer.publicKey !== null && (
        <WithKey desk={desk} signer={signer} publicKey={signer.publicKey} />
      )}
    </div>
  );
}

type WithKeyProps = {
  readonly desk: SignerDesk;
  readonly signer: SignerView;
  readonly publicKey: string;
};

function WithKey({ desk, signer, publicKey }: WithKeyProps) {
  const { text } = useServices();
  return (
    <>
      <CopyText label={text('signerStep1')} hint={text('signerStep1Hint')} words={publicKey} />
      <AddChild desk={desk} />
      {signer.children.length > 0 && (
        <ul class="stack-tight">
          {signer.children.map((child) => (
            <KnownChild
              key={child.keyId}
              child={child}
              onRemove={() => void desk.remove(child.keyId)}
            />
          ))}
        </ul>
      )}
      {signer.children.length > 0 && <MakeGrant children={signer.children} sign={desk.sign} />}
    </>
  );
}

function KnownChild({ child, onRemove }: { child: SignerChild; onRemove: () => void }) {
  const { text } = useServices();
  return (
    <li class="row-between">
      <bdi class="strong">{child.nickname}</bdi>
      <Button
        kind="plain"
        icon="trash"
        label={text('phoneRemove', { name: child.nickname })}
        onPress={onRemove}
      >
        {text('remove')}
      </Button>
    </li>
  );
}

function AddChild({ desk }: { desk: SignerDesk }) {
  const { text } = useServices();
  const [card, setCard] = useState('');
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const add = async () => {
    const refusal = await desk.add(card);
    setErrorKey(refusal);
    if (refusal === null) setCard('');
  };
  return (
    <Form onSubmit={() => void add()}>
      <Field
        label={text('signerStep2')}
        value={card}
        onInput={setCard}
        rows={2}
        dir="ltr"
        maxLength={2000}
        error={errorKey === null ? undefined : text(errorKey)}
      />
      <div>
        <SubmitButton icon="plus">{text('signerAdd')}</SubmitButton>
      </div>
    </Form>
  );
}
