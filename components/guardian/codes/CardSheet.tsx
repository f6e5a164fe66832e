import './cards.css';
import { Mark } from '@/components/icons/Mark.tsx';
import { dayOf } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';

import type { MadeCards } from './NewCards.tsx';

export type CardSheetProps = {
  readonly made: MadeCards;
  readonly nickname: string;
  readonly onPut: () => void;
};

/** The cards to cut out. Their numbers are in no other place and are not shown again; only they reach the paper. */
export function CardSheet({ made, nickname, onPut }: CardSheetProps) {
  const { text, language, timeZone, print } = useServices();
  const { sheet, codes } = made;
  const until = text('cardUntil', { when: dayOf(language, sheet.expiresAt, timeZone) });
  return (
    <div class="stack">
      <div class="no-print stack">
        <Notice tone="care" live>
          <p class="strong">{text('cardsOnce')}</p>
        </Notice>
        <div class="row">
          <Button kind="main" icon="print" onPress={print}>
            {text('print')}
          </Button>
          <Button icon="check" onPress={onPut}>
            {text('cardsPut')}
          </Button>
        </div>
      </div>
      <ul class="card-sheet">
        {codes.map((code) => (
          <li class="time-card" key={code}>
            <span class="time-card-top">
              <Mark />
              <span class="strong">{text('cardsMinutesEach', { count: sheet.minutes })}</span>
            </span>
            <span class="time-card-code" dir="ltr" lang="en">
              {code}
            </span>
            <span class="strong">{text('cardFor', { child: nickname })}</span>
            <span class="small">{text('cardHow')}</span>
            <span class="small soft">{until}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
