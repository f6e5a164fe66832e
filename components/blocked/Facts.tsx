import type { ComponentChildren } from 'preact';

import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { whenWords } from '@/components/page/when.ts';
import { useServices } from '@/components/services.ts';
import { Host } from '@/components/ui/Host.tsx';
import type { Explanation } from '@/rules/messages/replies.ts';

const deciders = {
  family: 'decidedFamily',
  school: 'decidedSchool',
  saathi: 'decidedSaathi',
} as const;

/** The facts behind a closed page: which place, which rule, whose rule, until when. */
export function Facts({ explanation, rule }: { explanation: Explanation; rule: string }) {
  const services = useServices();
  const { text } = services;
  const { until } = explanation.verdict;
  return (
    <dl class="closed-facts">
      <Fact icon="globe" name={text('factPlace')}>
        <Host name={explanation.host} />
      </Fact>
      <Fact icon="book" name={text('factRule')}>
        {rule}
      </Fact>
      <Fact icon="family" name={text('factWho')}>
        {text(deciders[explanation.decidedBy])}
      </Fact>
      {until !== null && (
        <Fact icon="clock" name={text('factUntil')}>
          {whenWords(services, until)}
        </Fact>
      )}
    </dl>
  );
}

type FactProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly children: ComponentChildren;
};

function Fact({ icon, name, children }: FactProps) {
  return (
    <div class="closed-fact">
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
