import type { ComponentChildren } from 'preact';

import { startingChild } from '@/components/guardian/starting-child.ts';
import { Icon } from '@/components/icons/Icon.tsx';
import type { IconName } from '@/components/icons/shapes.ts';
import { changeText } from '@/components/page/change-text.ts';
import { clockName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { childDifferences } from '@/rules/policy/changes-child.ts';
import { presetLines } from '@/rules/policy/presets.ts';
import type { Language } from '@/rules/policy/schema.ts';
import type { ChildProfile } from '@/rules/policy/schema.ts';
import type { Values } from '@/rules/words/text.ts';

export type PresetCardProps = {
  readonly profile: ChildProfile;
  /** Buttons. */
  readonly children: ComponentChildren;
};

const lineIcons: readonly IconName[] = ['shield-check', 'moon', 'eye'];

/** What a band starts with, in three lines, and what of it was changed. */
export function PresetCard({ profile, children }: PresetCardProps) {
  const { text, language } = useServices();
  const { ageBand } = profile;
  return (
    <Card heading={text('setupPresetFor', { band: text(`band-${ageBand}`) })} icon="child">
      <ul class="stack">
        {presetLines(ageBand).map(({ key, values }, at) => (
          <li class="preset-line" key={key}>
            <Icon name={lineIcons[at] ?? 'info'} />
            <span>{text(key, withClocks(values, language))}</span>
          </li>
        ))}
      </ul>
      <Adjusted profile={profile} />
      <div class="row">{children}</div>
    </Card>
  );
}

/** Times of day as the reader's clock shows them. */
const withClocks = (values: Values, language: Language): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      typeof value === 'string' && /^\d\d:\d\d$/.test(value)
        ? [name, clockName(language, value)]
        : [name, value],
    ),
  );

const mostShown = 8;

/** Where the rules are no longer those of the three lines above. */
function Adjusted({ profile }: { profile: ChildProfile }) {
  const services = useServices();
  const { text } = services;
  const { id, nickname, ageBand } = profile;
  const changes = childDifferences(startingChild(id, nickname, ageBand), profile, nickname);
  if (changes.length === 0) return null;
  return (
    <Notice tone="calm" icon="edit">
      <p class="strong">{text('setupAdjusted', { count: changes.length })}</p>
      <ul class="bullets">
        {changes.slice(0, mostShown).map((change) => (
          <li key={JSON.stringify(change)}>{changeText(services, change)}</li>
        ))}
      </ul>
    </Notice>
  );
}
