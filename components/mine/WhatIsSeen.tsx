import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { seesBlockedAddresses } from '@/rules/policy/presets.ts';

/** What a grown-up at home can see, and what nobody sees. */
export function WhatIsSeen() {
  const { text, band } = useServices();
  const addresses = band !== null && seesBlockedAddresses(band);
  return (
    <Card heading={text('mineSeen')} icon="eye">
      <Seen
        heading={text('mineTheySee')}
        icon="eye"
        lines={[
          'mineSeeTime',
          addresses ? 'mineSeeAddresses' : 'mineSeeCounts',
          'mineSeeRequests',
          'mineSeeChanges',
        ]}
      />
      <Seen
        heading={text('mineNobodySees')}
        icon="eye-off"
        lines={['mineNotHelp', 'mineNotReports', 'mineNotSearches', 'mineNotMessages']}
      />
    </Card>
  );
}

type SeenProps = {
  readonly heading: string;
  readonly icon: IconName;
  readonly lines: readonly string[];
};

function Seen({ heading, icon, lines }: SeenProps) {
  const { text } = useServices();
  return (
    <div class="stack-tight">
      <h3>{heading}</h3>
      <ul class="sentences">
        {lines.map((line) => (
          <li key={line} class="sentence">
            <Icon name={icon} />
            <span>{text(line)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
