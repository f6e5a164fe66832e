import './setup.css';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

import { tryItHost } from '@/components/guardian/starting-child.ts';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ChildView } from '@/rules/messages/replies.ts';

export type HandOverProps = {
  readonly child: ChildView;
  /** The child's rules close the site that is there to be tried. */
  readonly canTry: boolean;
  readonly onDone: () => void;
};

const parts: readonly { readonly name: string; readonly icon: IconName }[] = [
  { name: 'What', icon: 'shield' },
  { name: 'Seen', icon: 'eye' },
  { name: 'Unseen', icon: 'eye-off' },
  { name: 'Help', icon: 'help' },
];

/** The child's own page: what this does, what is seen, what is not, how to get help. In the words of the band. */
export function HandOver({ child, canTry, onDone }: HandOverProps) {
  const { text, ask, openTab } = useServices();
  const { nickname, ageBand } = child;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  // Words and targets as big as on every page of this child's own.
  useLayoutEffect(() => {
    document.documentElement.dataset['band'] = ageBand;
    return () => {
      delete document.documentElement.dataset['band'];
    };
  }, [ageBand]);
  const say = (key: string) => text(`${key}.${ageBand}`, { child: nickname });
  const done = () => {
    void ask('handover.seen', { childId: child.id });
    onDone();
  };
  return (
    <div class="stack-loose">
      <Notice tone="calm" icon="family">
        <p>{text('handOverTogether', { child: nickname })}</p>
      </Notice>
      <h1 class="hand-over-heading" ref={heading} tabIndex={-1}>
        {text('handOverHello', { child: nickname })}
      </h1>
      <div class="hand-over">
        {parts.map(({ name, icon }) => (
          <Card key={name} heading={say(`handOver${name}`)} icon={icon}>
            <p>{say(`handOver${name}Words`)}</p>
          </Card>
        ))}
      </div>
      <div class="row">
        {canTry && (
          <Button icon="external" onPress={() => openTab(`https://${tryItHost}/`)}>
            {say('handOverTry')}
          </Button>
        )}
        <Button kind="main" icon="check" onPress={done}>
          {say('handOverDone')}
        </Button>
      </div>
    </div>
  );
}
