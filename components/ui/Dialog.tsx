import './dialog.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

import { useServices } from '@/components/services.ts';

import { Button } from './Button.tsx';

export type DialogProps = {
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Put on the dialog's root: which surface this is. */
  readonly surface?: string;
};

/** A modal question. Escape and the cross are the safest way out; focus goes back where it came from. */
export function Dialog({ heading, onClose, children, surface }: DialogProps) {
  const { text } = useServices();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      class="dialog"
      ref={ref}
      aria-labelledby={id}
      data-saathi={surface}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-top">
        <h2 id={id}>{heading}</h2>
        <Button kind="plain" icon="close" label={text('close')} onPress={onClose} />
      </div>
      {children}
    </dialog>
  );
}
