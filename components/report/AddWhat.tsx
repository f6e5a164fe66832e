import { useState } from 'preact/hooks';

import type { IconName } from '@/components/icons/shapes.ts';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Choices } from '@/components/ui/Choices.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { ReportTopic } from '@/rules/messages/contract.ts';
import type { ReportState } from '@/rules/messages/report-replies.ts';

import type { Reporting } from './use-report.ts';

// What children meet most often comes first: nobody has to read past the heaviest words to find "mean to me".
const pictures: readonly { readonly value: ReportTopic; readonly icon: IconName }[] = [
  { value: 'cyberbullying', icon: 'mean' },
  { value: 'violence', icon: 'plaster' },
  { value: 'phishing', icon: 'hook' },
  { value: 'identity-theft', icon: 'mask' },
  { value: 'hate', icon: 'group' },
  { value: 'self-harm', icon: 'rain-heart' },
  { value: 'grooming', icon: 'secret' },
  { value: 'sextortion', icon: 'picture-threat' },
  { value: 'csam', icon: 'picture-hidden' },
  { value: 'other', icon: 'other' },
];

/** What happened, by a picture, and for those who can write, in their own words. Nothing here must be answered. */
export function AddWhat({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text, band } = useServices();
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
        label={text('reportWhat')}
        look="pictures"
        options={pictures.map((picture) => ({
          ...picture,
          label: text(`topicReport-${picture.value}`),
        }))}
        value={topic}
        onChange={choose}
      />
      {band !== '5-8' && <OwnWords reporting={reporting} report={report} />}
      <p class="soft">{text('reportUnsure')}</p>
    </div>
  );
}

function OwnWords({ reporting, report }: { reporting: Reporting; report: ReportState }) {
  const { text } = useServices();
  const [words, setWords] = useState(report.words);
  const kept = words.trim() === report.words;
  return (
    <div class="stack">
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
          onPress={() => void reporting.add({ words: words.trim() })}
        >
          {text(kept && words !== '' ? 'saved' : 'reportWordsAdd')}
        </Button>
      </div>
    </div>
  );
}
