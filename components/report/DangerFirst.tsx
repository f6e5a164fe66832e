import { useState } from 'preact/hooks';

import { useServices } from '@/components/services.ts';
import { Button } from '@/components/ui/Button.tsx';
import { LinkButton } from '@/components/ui/LinkButton.tsx';
import type { Offered } from '@/rules/packs/choose.ts';

import { dialled } from './Door.tsx';

export type DangerFirstProps = {
  /** null: no number that we are sure of; undefined: it is being looked up. */
  readonly danger: Offered | null | undefined;
  /** Writes into the report that it is urgent; null: it can not be changed any more. Says whether it worked. */
  readonly onDanger: (() => Promise<boolean>) | null;
};

/** Before anything else, at every age: the number. Who says "now" hears what to do with it. */
export function DangerFirst({ danger, onDanger }: DangerFirstProps) {
  const { text } = useServices();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState(false);
  const phone = danger?.phone;
  const press = () => {
    setOpen(!open);
    if (!open && !told) void onDanger?.().then(setTold);
  };
  return (
    <section class="danger-first" aria-label={text('dangerHeading')}>
      <div class="danger-first-line">
        <Button kind="plain" expanded={open} onPress={press}>
          {text('dangerHeading')}
        </Button>
        {phone !== undefined && (
          <LinkButton icon="phone" href={`tel:${dialled(phone)}`}>
            {text('lineCall', { number: phone })}
          </LinkButton>
        )}
      </div>
      <div class="said-here" role="status">
        {open && <p>{text(danger === null ? 'dangerNoNumber' : 'dangerWhat')}</p>}
        {open && told && <p>{text('dangerTold')}</p>}
      </div>
    </section>
  );
}
