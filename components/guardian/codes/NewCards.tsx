import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Select } from '@/components/ui/Select.tsx';
import { voucherMinutes } from '@/rules/messages/codes-contract.ts';
import type { VouchersMade } from '@/rules/messages/codes-replies.ts';
import type { ChildView } from '@/rules/messages/replies.ts';

import { Form, SubmitButton } from '../Form.tsx';
import { useGuarded } from '../guarded.tsx';
import { WhichChild } from './WhichChild.tsx';

const counts = ['4', '8', '12', '24'] as const;

export type MadeCards = Extract<VouchersMade, { kind: 'made' }>;
export type NewCardsProps = {
  readonly children: readonly ChildView[];
  readonly onMade: (made: MadeCards) => void;
};

/** For whom, worth how much, how many. */
export function NewCards({ children, onMade }: NewCardsProps) {
  const { text } = useServices();
  const [childId, setChildId] = useState(children[0]?.id ?? '');
  const [minutes, setMinutes] = useState<'15' | '30'>('15');
  const [count, setCount] = useState<string>(counts[1]);
  const { errorKey, busy, make } = useMaking(onMade);
  return (
    <Form
      onSubmit={() =>
        void make({ childId, minutes: minutes === '15' ? 15 : 30, count: Number(count) })
      }
    >
      <WhichChild children={children} value={childId} onChange={setChildId} />
      <Choices
        label={text('cardsMinutes')}
        look="chips"
        options={voucherMinutes.map((worth) => ({
          value: worth === 15 ? ('15' as const) : ('30' as const),
          label: text('cardsMinutesEach', { count: worth }),
        }))}
        value={minutes}
        onChange={setMinutes}
      />
      <Select
        label={text('cardsCount')}
        options={counts.map((value) => ({ value, label: value }))}
        value={count}
        onChange={setCount}
      />
      {errorKey !== null && (
        <Notice tone="care" live>
          <p>{text(errorKey)}</p>
        </Notice>
      )}
      <div>
        <SubmitButton icon="plus" busy={busy}>
          {text('cardsMake')}
        </SubmitButton>
      </div>
    </Form>
  );
}

function useMaking(onMade: (made: MadeCards) => void) {
  const { text, ask } = useServices();
  const { run } = useGuarded();
  const [errorKey, setErrorKey] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (wanted: {
    readonly childId: string;
    readonly minutes: (typeof voucherMinutes)[number];
    readonly count: number;
  }) => {
    if (busy) return;
    setBusy(true);
    setErrorKey(null);
    const outcome = await run(text('cardsNeedsPin'), (given) =>
      ask('vouchers.make', { ...wanted, ...given }),
    );
    setBusy(false);
    if (!outcome.ok) {
      return setErrorKey(
        outcome.failure === 'needs-guardian' ? null : `refused-${outcome.failure}`,
      );
    }
    if (outcome.value.kind === 'made') onMade(outcome.value);
    else setErrorKey('cardsTooMany');
  };
  return { errorKey, busy, make };
}
