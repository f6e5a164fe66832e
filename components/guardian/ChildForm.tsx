import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { ageBands, type AgeBand } from '@/rules/policy/schema.ts';

import { Form, SubmitButton } from './Form.tsx';

export type ChildFormProps = {
  readonly heading: string;
  readonly nickname?: string;
  readonly band?: AgeBand;
  readonly onDone: (nickname: string, band: AgeBand) => void;
  readonly onCancel: () => void;
  /** What depends on the band that is chosen. */
  readonly extra?: (band: AgeBand | null) => ComponentChildren;
};

export function ChildForm(props: ChildFormProps) {
  const { text } = useServices();
  const [nickname, setNickname] = useState(props.nickname ?? '');
  const [band, setBand] = useState<AgeBand | null>(props.band ?? null);
  const [asked, setAsked] = useState(false);
  const name = nickname.trim();
  const done = () => {
    setAsked(true);
    if (name !== '' && band !== null) props.onDone(name, band);
  };
  return (
    <Card heading={props.heading} icon="child">
      <Form onSubmit={done}>
        <Field
          label={text('setupNickname')}
          hint={text('setupNicknameHint')}
          value={nickname}
          maxLength={40}
          dir="auto"
          onInput={setNickname}
          error={asked && name === '' ? text('setupNicknameMissing') : undefined}
        />
        <BandChoice band={band} onChange={setBand} missing={asked && band === null} />
        {props.extra?.(band)}
        <div class="row">
          <SubmitButton kind="main" icon="check">
            {text('childDone')}
          </SubmitButton>
          <Button onPress={props.onCancel}>{text('cancel')}</Button>
        </div>
      </Form>
    </Card>
  );
}

export type BandChoiceProps = {
  readonly band: AgeBand | null;
  readonly onChange: (band: AgeBand) => void;
  readonly missing: boolean;
};

export function BandChoice({ band, onChange, missing }: BandChoiceProps) {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <Choices
        label={text('setupBand')}
        options={ageBands.map((value) => ({
          value,
          label: text(`band-${value}`),
          hint: text(`band-${value}-hint`),
        }))}
        value={band}
        onChange={onChange}
      />
      <p class="field-error" role="alert" hidden={!missing}>
        {text('setupBandMissing')}
      </p>
    </div>
  );
}
