import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { Dialog } from '@/components/ui/Dialog.tsx';

import { HelpPanel } from './HelpPanel.tsx';

export type HelpButtonProps = {
  /** Reports the page that this one stands for. */
  readonly report?: ComponentChildren;
};

/** Help, in the same place on every screen. It opens over the page and is gone without a trace. */
export function HelpButton({ report }: HelpButtonProps) {
  const { text } = useServices();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="help" expanded={open} onPress={() => setOpen(true)}>
        {text('help')}
      </Button>
      {open && (
        <Dialog heading={text('helpHeading')} onClose={() => setOpen(false)}>
          <HelpPanel heading={false} report={report} />
        </Dialog>
      )}
    </>
  );
}
