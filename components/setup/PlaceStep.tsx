import { useState } from 'preact/hooks';

import { signerRoom } from '@/components/guardian/codes/signer-room.ts';
import { useServices } from '@/components/services.ts';
import { Choices } from '@/components/ui/Choices.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';

import { CountrySelect } from './CountrySelect.tsx';
import type { SetupDraft } from './draft.ts';
import { HelplineNotice } from './HelplineNotice.tsx';
import { StepFrame } from './StepFrame.tsx';

export type StepProps = {
  readonly draft: SetupDraft;
  readonly onChange: (draft: SetupDraft) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
};

export function PlaceStep({ draft, onChange, onNext }: Omit<StepProps, 'onBack'>) {
  const { text, language, setLanguage } = useServices();
  const [asked, setAsked] = useState(false);
  const { country, timeZone } = draft;
  const next = () => {
    setAsked(true);
    if (country !== '') onNext();
  };
  return (
    <StepFrame
      step="place"
      heading={text('setupPlaceHeading')}
      intro={text('setupPlaceIntro')}
      onBack={null}
      onNext={next}
    >
      <Choices
        label={text('setupLanguage')}
        options={[
          { value: 'en', label: text('languageEnglish'), lang: 'en' },
          { value: 'ur', label: text('languageUrdu'), lang: 'ur' },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <div class="stack-tight">
        <CountrySelect
          value={country}
          onChange={(chosen) => onChange({ ...draft, country: chosen })}
        />
        <p class="field-error" role="alert" hidden={!asked || country !== ''}>
          {text('setupCountryMissing')}
        </p>
      </div>
      {country !== '' && <HelplineNotice country={country} timeZone={timeZone} />}
      <p class="soft small">{text('setupTimeZone', { zone: timeZone })}</p>
      <div>
        <LinkButton kind="plain" icon="key" href={signerRoom}>
          {text('setupOnlyAnswers')}
        </LinkButton>
      </div>
    </StepFrame>
  );
}
