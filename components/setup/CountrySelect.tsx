import { useEffect, useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Select } from '@/components/ui/Select.tsx';

import { countryChoices } from './countries.ts';

export function CountrySelect(props: {
  readonly value: string;
  readonly onChange: (country: string) => void;
  readonly disabled?: boolean;
}) {
  const { text, language, countries } = useServices();
  const [codes, setCodes] = useState<readonly string[]>([]);
  useEffect(() => void countries().then(setCodes), [countries]);
  const known = codes.includes(props.value) ? codes : [...codes, props.value];
  return (
    <Select
      label={text('setupCountry')}
      hint={text('setupCountryWhy')}
      options={
        props.value === ''
          ? [{ value: '', label: text('setupCountryChoose') }, ...countryChoices(codes, language)]
          : countryChoices(known, language)
      }
      value={props.value}
      onChange={props.onChange}
      disabled={props.disabled ?? false}
    />
  );
}
