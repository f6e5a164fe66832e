import type { ComponentChildren } from 'preact';

import { useServices } from '@/components/services.ts';
import { Card } from '@/components/ui/Card.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

import { WithGuardian } from '../guarded.tsx';
import { Signer } from './Signer.tsx';

/** The room of a browser that only answers: nothing has to be set up in it. */
export function SignerPage({ help }: { readonly help?: ComponentChildren }) {
  const { text } = useServices();
  return (
    <Screen surface="signer" width="narrow" help={help}>
      <div class="stack-loose">
        <h1>{text('signerHeading')}</h1>
        <WithGuardian>
          <Card>
            <Signer />
          </Card>
        </WithGuardian>
        <div>
          <LinkButton kind="plain" icon="back" href="#">
            {text('signerBack')}
          </LinkButton>
        </div>
      </div>
    </Screen>
  );
}
