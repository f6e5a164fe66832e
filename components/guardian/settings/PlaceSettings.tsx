import { useServices } from '@/components/services.ts';
import { CountrySelect } from '@/components/setup/CountrySelect.tsx';
import { HelplineNotice } from '@/components/setup/HelplineNotice.tsx';
import { Button } from '@/components/ui/Button.tsx';
import { Card } from '@/components/ui/Card.tsx';
import { Select } from '@/components/ui/Select.tsx';

import type { PolicyDesk } from '../use-policy.ts';

export function PlaceSettings({ desk }: { desk: PolicyDesk }) {
  const { text, surroundings, setLanguage } = useServices();
  const { policy, edit, readOnly } = desk;
  const { timeZone } = surroundings();
  return (
    <Card heading={text('placeHeading')} icon="language">
      <Select
        label={text('placeLanguage')}
        options={[
          { value: 'en', label: text('languageEnglish') },
          { value: 'ur', label: text('languageUrdu') },
        ]}
        value={policy.language}
        disabled={readOnly}
        onChange={(language) => {
          edit({ ...policy, language });
          setLanguage(language);
        }}
      />
      <CountrySelect
        value={policy.country}
        disabled={readOnly}
        onChange={(country) => edit({ ...policy, country })}
      />
      <HelplineNotice country={policy.country} timeZone={policy.timeZone} />
      <p>{text('setupTimeZone', { zone: policy.timeZone })}</p>
      {!readOnly && timeZone !== policy.timeZone && (
        <div>
          <Button icon="clock" onPress={() => edit({ ...policy, timeZone })}>
            {text('placeUseZone', { zone: timeZone })}
          </Button>
        </div>
      )}
    </Card>
  );
}
