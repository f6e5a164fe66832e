import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import { topicPictures } from './topic-pictures.ts';
import type { Telling } from './use-doors.ts';
import type { Reporting } from './use-report.ts';

export type AddWhatProps = {
  readonly reporting: Reporting;
  readonly report: ReportState;
  readonly who: Telling['who'];
  readonly onWho: (who: Telling['who']) => void;
};

/** Who it is about, what happened by a picture, and own words. Nothing here must be answered. */
export function AddWhat({ reporting, report, who, onWho }: AddWhatProps) {
  const { text } = useServices();
  // Shown as chosen at once; what the background keeps follows.
  const [topic, setTopic] = useState(report.topic);
  const choose = (chosen: ReportTopic): void => {
    setTopic(chosen);
    void reporting.add({ topic: chosen });
  };
  return (
    <div class="stack">
      <p>{text('reportStart')}</p>
      <Choices
        label={text('whoIs')}
        look="chips"
        options={[
          { value: 'me', label: text('whoIs-me'), icon: 'child' },
          { value: 'friend', label: text('whoIs-friend'), icon: 'friend' },
        ]}
        value={who}
        onChange={onWho}
      />
      {who === 'friend' && (
        <Notice tone="good" icon="friend" live>
          <p class="strong">{text('friendHeading')}</p>
          <p>{text('friendBody')}</p>
        </Notice>
      )}
      <Choices
        label={text(who === 'friend' ? 'reportWhatFriend' : 'reportWhat')}
        look="pictures"
        options={topicPictures.map((picture) => ({
          ...picture,
          label: text(`topicReport-${picture.value}`),
        }))}
        value={topic}
        onChange={choose}
      />
      <p class="soft">{text('reportUnsure')}</p>
      <OwnWords reporting={reporting} report={report} />
    </div>
  );
}

function OwnWords({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text } = useServices();
  const [words, setWords] = useState(report.words);
  // What was added behind a report is gone from here once it has arrived: it is not added twice.
  const [added, setAdded] = useState<string | null>(null);
  const kept = words.trim() === (added ?? report.words);
  const add = async () => {
    const given = words.trim();
    if (await reporting.add({ words: given })) setAdded(given);
  };
  return (
    <div class="stack-tight">
      <Field
        label={text('reportWords')}
        hint={text('reportWordsHint')}
        value={words}
        onInput={setWords}
        rows={3}
        maxLength={500}
        dir="auto"
      />
      <div class="row">
        <Button
          icon={kept && words !== '' ? 'check' : 'plus'}
          busy={reporting.busy}
          disabled={kept}
          onPress={() => void add()}
        >
          {text(kept && words !== '' ? 'saved' : 'reportWordsAdd')}
        </Button>
      </div>
    </div>
  );
}
