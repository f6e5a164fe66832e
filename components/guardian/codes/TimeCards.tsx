import { useState } from 'preact/hooks';

import { dayOf } from '@/components/page/formats.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import type { SheetView } from '@/rules/messages/codes-replies.ts';
import type { ChildView } from '@/rules/messages/replies.ts';

import { useGuarded } from '../guarded.tsx';
import { CardSheet } from './CardSheet.tsx';
import { NewCards, type MadeCards } from './NewCards.tsx';
import type { GuardianCodesDesk } from './use-guardian-codes.ts';

export type TimeCardsProps = {
  readonly desk: GuardianCodesDesk;
  readonly children: readonly ChildView[];
};

/** Printable codes for families without a phone: new ones, and what became of the old. */
export function TimeCards({ desk, children }: TimeCardsProps) {
  const { text } = useServices();
  const [made, setMade] = useState<MadeCards | null>(null);
  const nameOf = (childId: string) => children.find(({ id }) => id === childId)?.nickname ?? '';
  const sheets = desk.codes?.sheets ?? [];
  return (
    <div class="stack">
      <p class="soft">{text('cardsIntro')}</p>
      {sheets.length > 0 && (
        <ul class="stack">
          {sheets.map((sheet) => (
            <Sheet
              key={sheet.id}
              sheet={sheet}
              nickname={nameOf(sheet.childId)}
              onWithdrawn={desk.load}
            />
          ))}
        </ul>
      )}
      {made === null ? (
        <NewCards
          children={children}
          onMade={(cards) => {
            setMade(cards);
            void desk.load();
          }}
        />
      ) : (
        <CardSheet made={made} nickname={nameOf(made.sheet.childId)} onPut={() => setMade(null)} />
      )}
    </div>
  );
}

type SheetProps = {
  readonly sheet: SheetView;
  readonly nickname: string;
  readonly onWithdrawn: () => Promise<void>;
};

function Sheet({ sheet, nickname, onWithdrawn }: SheetProps) {
  const services = useServices();
  const { text, ask, language, timeZone } = services;
  const { run } = useGuarded();
  const { id, minutes, made, used, madeAt, expiresAt } = sheet;
  const withdraw = async () => {
    const outcome = await run(text('cardsNeedsPin'), (given) =>
      ask('vouchers.withdraw', { sheetId: id, ...given }),
    );
    if (outcome.ok) await onWithdrawn();
  };
  return (
    <li class="row-between">
      <span class="stack-tight">
        <span class="strong">{text('cardsSheet', { made, minutes, child: nickname })}</span>
        <span class="soft small">
          {text('cardsSheetUsed', { used, when: dayOf(language, expiresAt, timeZone) })}
        </span>
      </span>
      <Button
        kind="plain"
        icon="undo"
        label={text('cardsWithdrawWhich', { when: whenWords(services, madeAt) })}
        onPress={() => void withdraw()}
      >
        {text('cardsWithdraw')}
      </Button>
    </li>
  );
}
