import { Icon } from '@/components/icons/Icon.tsx';
import { changeText } from '@/components/page/change-text.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { PolicyChange } from '@/rules/messages/replies.ts';
import { weakens } from '@/rules/policy/changes.ts';

import type { PolicyDesk, Saving } from './use-policy.ts';

/** What would change, in sentences, before it does. Stays in sight while there is something to save. */
export function SaveBar({ desk }: { desk: PolicyDesk }) {
  const { text } = useServices();
  const { changes, saving } = desk;
  if (changes.length === 0) return <SavingNotice saving={saving} />;
  return (
    <section class="save-bar" aria-label={text('saveHeading', { count: changes.length })}>
      <SavingNotice saving={saving} />
      <ChangeList changes={changes} />
      <div class="row">
        <Button
          kind="main"
          icon="check"
          busy={saving.kind === 'busy'}
          onPress={() => void desk.save()}
        >
          {text('save')}
        </Button>
        <Button icon="undo" onPress={desk.discard}>
          {text('saveDiscard')}
        </Button>
      </div>
    </section>
  );
}

function SavingNotice({ saving }: { saving: Saving }) {
  const { text } = useServices();
  if (saving.kind === 'idle' || saving.kind === 'busy') return null;
  const words = {
    saved: 'savedRules',
    overtaken: 'saveOvertaken',
    refused: `refused-${saving.kind === 'refused' ? saving.why : ''}`,
  };
  return (
    <Notice tone={saving.kind === 'saved' ? 'good' : 'care'} live>
      <p>{text(words[saving.kind])}</p>
    </Notice>
  );
}

const fewChanges = 2;

function ChangeList({ changes }: { changes: readonly PolicyChange[] }) {
  const services = useServices();
  const { text } = services;
  return (
    <details class="save-list" open={changes.length <= fewChanges}>
      <summary>
        <Icon name="chevron" />
        <span class="strong">{text('saveHeading', { count: changes.length })}</span>
        {weakens(changes) && (
          <span class="badge badge-care">
            <Icon name="key" />
            {text('saveWeakens')}
          </span>
        )}
      </summary>
      <ul class="bullets small">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeText(services, change)}</li>
        ))}
      </ul>
    </details>
  );
}
