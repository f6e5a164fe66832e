import './setup.css';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';

import { tryItHost } from '@/components/guardian/starting-child.ts';
import type { IconName } from '@/components/icons/shapes.ts';
import { Scene } from '@/components/scenes/Scene.tsx';
import { ServicesContext, useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { ReadAloud } from '@/components/ui/ReadAloud.tsx';
import type { ChildView } from '@/rules/messages/replies.ts';
import type { AgeBand } from '@/rules/policy/schema.ts';

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
  const services = useServices();
  const { text, ask, openTab } = services;
  const { nickname, ageBand } = child;
  const asChild = useMemo(() => ({ ...services, band: ageBand }), [services, ageBand]);
  useBandOfPage(ageBand);
  const say = (key: string) => text(`${key}.${ageBand}`, { child: nickname });
  const done = () => {
    void ask('handover.seen', { childId: child.id });
    onDone();
  };
  return (
    <ServicesContext.Provider value={asChild}>
      <div class="stack-loose">
        <Notice tone="calm" icon="family">
          <p>{text('handOverTogether', { child: nickname })}</p>
        </Notice>
        <div class="hand-over-top">
          <Heading words={text('handOverHello', { child: nickname })} />
          <Scene name="walk" size="small" />
        </div>
        <div class="hand-over">
          {parts.map(({ name, icon }) => (
            <Card key={name} heading={say(`handOver${name}`)} icon={icon}>
              <p>{say(`handOver${name}Words`)}</p>
              <ReadAloud words={`${say(`handOver${name}`)}. ${say(`handOver${name}Words`)}`} />
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
    </ServicesContext.Provider>
  );
}

function Heading({ words }: { words: string }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    ref.current?.focus();
    window.scrollTo(0, 0);
  }, []);
  return (
    <h1 class="hand-over-heading" ref={ref} tabIndex={-1}>
      {words}
    </h1>
  );
}

/** Words and targets as big as on every page of this child's own. */
function useBandOfPage(band: AgeBand): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['band'] = band;
    return () => {
      delete document.documentElement.dataset['band'];
    };
  }, [band]);
}
