import { countryName } from '@/components/page/formats.ts';
import { useServices } from '@/components/services.ts';
import { Notice } from '@/components/ui/Notice.tsx';

import { useHelpline } from './use-helpline.ts';

/** Which help line the chosen country brings. */
export function HelplineNotice({ country, timeZone }: { country: string; timeZone: string }) {
  const { text, language } = useServices();
  const line = useHelpline(country, timeZone);
  if (line === undefined) return null;
  const values = { country: countryName(language, country), name: line?.label ?? '' };
  if (line === null || line.worldwide) {
    return (
      <Notice tone="calm" icon="phone" live>
        <p>{text(line === null ? 'setupHelplineNone' : 'setupHelplineWorld', values)}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" icon="phone" live>
      <p>{text(line.phone === null ? 'setupHelplineSite' : 'setupHelpline', values)}</p>
      <p class="strong">
        <bdi dir="ltr" lang="en">
          {line.phone?.text ?? line.website?.text ?? ''}
        </bdi>
      </p>
    </Notice>
  );
}
