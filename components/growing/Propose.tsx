import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { Proposed, ProposedKind } from '@/rules/growing/proposed.ts';
import type { Refused } from '@/rules/messages/contract.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';

import { minutesFor, type Proposable, proposedOf } from './proposable.ts';
import { stepWords } from './step-words.ts';

export type ProposeProps = {
  readonly child: ChildProfile;
  /** At least one. */
  readonly offers: readonly Proposable[];
  readonly onSent: () => void;
  readonly onCancel: () => void;
};

/** A proposal in a few presses, read back as the sentence the guardian will see. */
export function Propose({ child, offers, onSent, onCancel }: ProposeProps) {
  const services = useServices();
  const { text, ask } = services;
  const wish = useWish(offers);
  const [words, setWords] = useState('');
  const [refused, setRefused] = useState<Refused | null>(null);
  const { proposed } = wish;
  const send = async () => {
    if (proposed === null) return;
    const answered = await ask('proposal.make', { proposed, words });
    if (answered.ok) onSent();
    else setRefused(answered.failure);
  };
  return (
    <div class="stack panel">
      <h3>{text('growingProposeHeading')}</h3>
      <WishChoices offers={offers} wish={wish} />
      <Field
        label={text('growingProposeWhy')}
        value={words}
        rows={2}
        maxLength={140}
        dir="auto"
        onInput={setWords}
      />
      {proposed !== null && (
        <p class="growing-quote strong">{stepWords(services, child, proposed)}</p>
      )}
      {refused !== null && (
        <Notice tone="care" live>
          <p>{text(refused === 'not-allowed' ? 'growingProposeNotNow' : 'growingProposeBroken')}</p>
        </Notice>
      )}
      <div class="row">
        <Button kind="main" icon="send" onPress={() => void send()}>
          {text('growingProposeSend')}
        </Button>
        <Button onPress={onCancel}>{text('cancel')}</Button>
      </div>
    </div>
  );
}

/** Weeks, or at once. */
const waits = ['now', '2', '4', '8'] as const;
type Wait = (typeof waits)[number];

type Wish = {
  readonly kind: ProposedKind;
  readonly subject: string;
  readonly minutes: string;
  readonly wait: Wait;
  readonly proposed: Proposed | null;
  readonly change: (parts: Partial<Pick<Wish, 'kind' | 'subject' | 'minutes' | 'wait'>>) => void;
};

function useWish(offers: readonly Proposable[]): Wish {
  const [chosen, setChosen] = useState({
    kind: offers[0]?.kind ?? 'more-minutes',
    subject: '',
    minutes: '30',
    wait: 'now' as Wait,
  });
  const offer = offers.find(({ kind }) => kind === chosen.kind) ?? offers[0];
  const subject =
    offer?.subjects.find(({ value }) => value === chosen.subject) ?? offer?.subjects[0];
  const proposed =
    offer === undefined || subject === undefined
      ? null
      : proposedOf(offer.kind, subject.value, Number(chosen.minutes));
  return {
    ...chosen,
    kind: offer?.kind ?? chosen.kind,
    subject: subject?.value ?? '',
    proposed: proposed && withWait(proposed, chosen.wait),
    change: (parts) => setChosen({ ...chosen, ...parts }),
  };
}

// A limit of one's own needs no calm weeks before it.
const withWait = (proposed: Proposed, wait: Wait): Proposed =>
  wait === 'now' || proposed.kind === 'own-limit'
    ? proposed
    : { ...proposed, afterCalmWeeks: Number(wait) };

function WishChoices({ offers, wish }: { offers: readonly Proposable[]; wish: Wish }) {
  const { text } = useServices();
  const offer = offers.find(({ kind }) => kind === wish.kind);
  return (
    <>
      <Choices
        label={text('growingProposeKind')}
        options={offers.map(({ kind }) => ({ value: kind, label: text(`growingKind-${kind}`) }))}
        value={wish.kind}
        onChange={(kind) => wish.change({ kind })}
      />
      {offer !== undefined && offer.subjects.length > 1 && (
        <Choices
          label={text(`growingSubject-${wish.kind}`)}
          look="chips"
          options={offer.subjects}
          value={wish.subject}
          onChange={(subject) => wish.change({ subject })}
        />
      )}
      {wish.kind !== 'open-category' && <MinutesChoice wish={wish} />}
      {wish.kind !== 'own-limit' && <WaitChoice wish={wish} />}
    </>
  );
}

function MinutesChoice({ wish }: { wish: Wish }) {
  const { text, language } = useServices();
  const number = new Intl.NumberFormat(language);
  return (
    <Choices
      label={text(wish.kind === 'own-limit' ? 'growingMinutesADay' : 'growingMinutesMore')}
      look="chips"
      options={minutesFor(wish.kind).map((minutes) => ({
        value: String(minutes),
        label: number.format(minutes),
      }))}
      value={wish.minutes}
      onChange={(minutes) => wish.change({ minutes })}
    />
  );
}

function WaitChoice({ wish }: { wish: Wish }) {
  const { text } = useServices();
  const nameOf = (wait: Wait) =>
    wait === 'now' ? text('growingWhenNow') : text('growingWhenCalm', { count: Number(wait) });
  return (
    <Choices
      label={text('growingProposeWhen')}
      look="chips"
      options={waits.map((value) => ({ value, label: nameOf(value) }))}
      value={wish.wait}
      onChange={(wait) => wish.change({ wait })}
    />
  );
}
