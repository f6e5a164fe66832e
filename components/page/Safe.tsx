import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';

import { HelpPanel } from '@/components/help/HelpPanel.tsx';
import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Screen } from '@/components/ui/Screen.tsx';

/** When a part of a page breaks, what is left is an honest sentence and Help. */
export function Safe({ children }: { children: ComponentChildren }) {
  const [broken, mend] = useErrorBoundary();
  const { text } = useServices();
  if (broken === undefined || broken === null) return <>{children}</>;
  return (
    <Screen surface="help">
      <div class="stack-loose">
        <Notice tone="care">
          <h1>{text('brokenHeading')}</h1>
          <p>{text('brokenBody')}</p>
        </Notice>
        <Button icon="refresh" onPress={mend}>
          {text('tryAgain')}
        </Button>
        <HelpPanel />
      </div>
    </Screen>
  );
}
