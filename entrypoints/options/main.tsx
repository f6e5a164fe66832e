import { render } from 'preact';

import { optionsParts } from '@/components/guardian/options-parts.ts';
import { OptionsPage } from '@/components/guardian/OptionsPage.tsx';
import { HelpButton } from '@/components/help/HelpButton.tsx';
import { Page } from '@/components/page/Page.tsx';
import { platform } from '@/entrypoints/platform/services.ts';

const root = document.getElementById('page');
if (root) {
  render(
    <Page platform={platform} parts={optionsParts} title="guardianTitle" audience="adult">
      <OptionsPage help={<HelpButton />} />
    </Page>,
    root,
  );
}
