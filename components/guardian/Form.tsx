import type { ComponentChildren } from 'preact';

import { Button, type ButtonProps } from '@/components/ui/Button.tsx';

export type FormProps = {
  readonly onSubmit: () => void;
  readonly look?: string;
  readonly children: ComponentChildren;
};

/** A form whose mistakes are told in our own words, not the browser's. */
export function Form({ onSubmit, look = 'stack', children }: FormProps) {
  return (
    <form
      class={look}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** The form's own submit does the work, so that Enter and the button are one road. */
export function SubmitButton(props: Omit<ButtonProps, 'onPress' | 'type'>) {
  return <Button {...props} type="submit" onPress={nothing} />;
}

const nothing = () => {};
