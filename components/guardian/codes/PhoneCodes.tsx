import { useState } from 'preact/hooks';

import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { PhoneView } from '@/rules/messages/codes-replies.ts';

import { useGuarded } from '../guarded.tsx';
import { PairPhone } from './PairPhone.tsx';
import type { GuardianCodesDesk } from './use-guardian-codes.ts';

/** Phones whose codes answer a child: which there are, one more, one less. */
export function PhoneCodes({ codes, load }: GuardianCodesDesk) {
  const { text } = useServices();
  const [pairing, setPairing] = useState(false);
  const [paired, setPaired] = useState<string | null>(null);
  return (
    <div class="stack">
      <p class="soft">{text('phoneIntro')}</p>
      {codes?.phones.length === 0 && <p>{text('phoneNone')}</p>}
      {codes !== null && codes.phones.length > 0 && (
        <ul class="stack">
          {codes.phones.map((phone) => (
            <Phone key={phone.id} phone={phone} onRemoved={load} />
          ))}
        </ul>
      )}
      {paired !== null && (
        <Notice tone="good" live>
          <p>{text('pairDone', { name: paired })}</p>
        </Notice>
      )}
      {pairing ? (
        <div class="panel">
          <PairPhone
            onPaired={({ name }) => {
              setPairing(false);
              setPaired(name);
              void load();
            }}
            onClose={() => setPairing(false)}
          />
        </div>
      ) : (
        <div>
          <Button
            icon="phone"
            onPress={() => {
              setPaired(null);
              setPairing(true);
            }}
          >
            {text('phoneAdd')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Phone({ phone, onRemoved }: { phone: PhoneView; onRemoved: () => Promise<void> }) {
  const services = useServices();
  const { text, ask } = services;
  const { run } = useGuarded();
  const { id, name, pairedAt, lastUsedAt } = phone;
  const remove = async () => {
    const outcome = await run(text('phoneNeedsPin'), (given) =>
      ask('phone.remove', { phoneId: id, ...given }),
    );
    if (outcome.ok) await onRemoved();
  };
  const used =
    lastUsedAt === null
      ? text('phoneNeverUsed')
      : text('phoneUsedAt', { when: whenWords(services, lastUsedAt) });
  return (
    <li class="row-between">
      <span class="stack-tight">
        <bdi class="strong">{name}</bdi>
        <span class="soft small">
          {text('phonePairedAt', { when: whenWords(services, pairedAt) })} · {used}
        </span>
      </span>
      <Button kind="plain" icon="trash" onPress={() => void remove()}>
        {text('phoneRemove', { name })}
      </Button>
    </li>
  );
}
